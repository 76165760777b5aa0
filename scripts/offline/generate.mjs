// Lets workbox write the service worker. Usage: node generate.mjs '{"site", "cache", "more", "shell", "fallback"}'
import { generateSW } from "workbox-build";

const { site, cache, more, shell } = JSON.parse(process.argv[2]);
const kept = { cacheName: cache, matchOptions: { ignoreSearch: true, ignoreVary: true } };

const { warnings } = await generateSW({
  swDest: `${site}/sw.js`,
  globDirectory: site,
  globPatterns: shell,
  dontCacheBustURLsMatching: /\.[0-9a-f]{8,}\./,
  inlineWorkboxRuntime: true,
  sourcemap: false,
  mode: "production",
  cleanupOutdatedCaches: true,
  importScripts: [more],
  ignoreURLParametersMatching: [/./],
  runtimeCaching: [
    {
      urlPattern: ({ url, sameOrigin }) => sameOrigin && /\.[0-9a-f]{8,}\./.test(url.pathname),
      handler: "CacheFirst",
      options: kept,
    },
    {
      urlPattern: ({ request, sameOrigin }) => sameOrigin && request.mode === "navigate",
      handler: "NetworkFirst",
      options: { ...kept, networkTimeoutSeconds: 4, plugins: [{ handlerDidError: async () => Response.redirect(`${registration.scope}offline.html`) }] },
    },
    {
      urlPattern: ({ sameOrigin }) => sameOrigin,
      handler: "NetworkFirst",
      options: kept,
    },
  ],
});
for (const warning of warnings) console.error(warning);
