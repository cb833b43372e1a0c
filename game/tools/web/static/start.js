// The page comes up, in Swedish and in the colours of the game; nothing of another time is known, and nothing is asked.
(function () {
  "use strict";

  // Who comes back by the browser's arrow begins anew: nothing of what was played waits there.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      location.reload();
    }
  });

  /** @param {string} said */
  function decoded(said) {
    try {
      return decodeURIComponent(said);
    } catch (error) {
      return "";
    }
  }

  /**
   * What whoever links here asks for after the "#": a language, and a story ("so/svara-direkt"). It is taken out of the address, so that
   * a glance at that tells nothing.
   * @returns {string[]}
   */
  function wished() {
    const said = location.hash.slice(1).split("/");
    if (location.hash) {
      history.replaceState(null, "", location.pathname + location.search);
    }
    return [decoded(said[0]).replace("@", "-"), decoded(said[1] || "")];
  }

  /** @param {{languages: {code: string}[], stories: {id: string}[]}} shelf @param {string[]} wish */
  function heeded(shelf, wish) {
    const known = shelf.languages.some(function (each) { return each.code === wish[0]; });
    const story = shelf.stories.find(function (each) { return each.id === wish[1]; });
    return Promise.resolve(known && Beratta.setLanguage(wish[0])).then(function () {
      if (story) {
        Beratta.push({ name: "before", id: story.id });
      }
    });
  }

  const wish = wished();
  Promise.all([Beratta.need("shelf", ""), Beratta.need("ui", "sv")]).then(function (all) {
    if (window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      Beratta.app.settings.motion = "less";
    }
    Beratta.speak(all[1]);
    Beratta.render();
    return heeded(all[0], wish);
  });
})();
