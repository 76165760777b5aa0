"""Views: HTML made from the catalogue and the answers, the same at build time, in the browser and in tests."""
