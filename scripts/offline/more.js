/* What the service worker does beyond workbox's part. The build puts VERSION, WHOLE and SEARCH above this text:
   the version, every file of the site with the wizard, and what search needs in each language.

   One cache a version holds all that its pages use. Pages name their files by content, so a page from the network never
   meets a file of another version; a page from the cache finds the files that were kept with it. */
const PREFIX = "five-links-";
const CACHE = PREFIX + VERSION;
const NAMED = /\.[0-9a-f]{8,}\./;
const KEPT = new URL("kept", registration.scope).href;
const absolute = (path) => new URL(path, registration.scope).href;
const isPage = (url) => new URL(url).pathname.endsWith("/");

/* A page must be of this version: while a host is being filled, it may still give out the old one. What is named by
   its content is taken as the browser has it. */
async function fetched(url) {
  const answer = await fetch(url, { cache: NAMED.test(url) ? "default" : "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  if (isPage(url) && !(await answer.clone().text()).includes(VERSION)) throw new Error(`not yet new: ${url}`);
  return answer;
}

/* Puts into this version's cache what is not there; files named by content are taken over from older caches. */
async function gather(urls, told = () => {}) {
  const cache = await caches.open(CACHE);
  let done = 0;
  const todo = [...urls];
  const one = async () => {
    for (let url = todo.pop(); url; url = todo.pop()) {
      if (!(await cache.match(url))) {
        const old = NAMED.test(url) && (await caches.match(url));
        await cache.put(url, old || (await fetched(url)));
      }
      told(++done, urls.length);
    }
  };
  /* After a failure the others end what they are at and tell no more. */
  const stopped = (error) => {
    todo.length = 0;
    told = () => {};
    throw error;
  };
  await Promise.all([1, 2, 3, 4].map(() => one().catch(stopped)));
}

async function keepAll(told) {
  await gather(WHOLE.map(absolute), told);
  await (await caches.open(CACHE)).put(KEPT, new Response(VERSION));
}

/* What people have on their device goes along into the new version, before it takes over: all or nothing. */
addEventListener("install", (event) => {
  const move = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE).pop();
    if (!old) return;
    const had = new Set((await (await caches.open(old)).keys()).map(({ url }) => url));
    if (had.has(KEPT)) return keepAll();
    await gather(WHOLE.map(absolute).filter((url) => had.has(url)));
  };
  event.waitUntil(move());
});

addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clear());
});

const windows = () => clients.matchAll({ type: "window", includeUncontrolled: true });
const answers = {
  async visited({ urls, lang }, page) {
    const ours = new Set(WHOLE.map(absolute));
    const seen = urls.map((url) => url.split(/[?#]/)[0]).filter((url) => ours.has(url));
    await gather([...new Set([...seen, ...(SEARCH[lang] ?? []).map(absolute)])]);
    await answers.ask({}, page);
  },
  async ask(_, page) {
    page.postMessage({ kind: (await caches.match(KEPT, { cacheName: CACHE })) ? "kept" : "offered" });
  },
  async keep(_, page) {
    await keepAll((done, total) => page.postMessage({ kind: "progress", done, total }));
    page.postMessage({ kind: "kept" });
  },
  /* From a page to a version that waits: it goes on at once if that page is the only one and as new as itself. */
  async met({ version }, page) {
    if (version === VERSION && (await windows()).length < 2) return skipWaiting();
    page.postMessage({ kind: "newest", newest: VERSION });
  },
  go: () => skipWaiting(),
};
addEventListener("message", (event) => {
  const { data, source } = event;
  const failed = () => source.postMessage({ kind: "failed" });
  event.waitUntil(Promise.resolve(answers[data.kind]?.(data, source)).catch(failed));
});
