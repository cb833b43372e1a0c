// The one name that all scripts share, and the data that comes in scripts of its own: a page from a memory stick cannot fetch.
var Beratta = (function () {
  "use strict";

  /** @type {Map<string, *>} */
  const there = new Map();
  /** @type {Map<string, Promise<*>>} */
  const asked = new Map();

  const FILES = {
    shelf: function () { return "data/shelf.js"; },
    ui: function (name) { return "data/ui." + name + ".js"; },
    story: function (name) { return "data/story." + name + ".js"; },
    art: function (name) { return "data/story." + name + ".art.js"; },
    codes: function (name) { return "data/story." + name + ".codes.js"; },
    texts: function (name) { return "data/story." + name + ".js"; }
  };

  /**
   * What every script of data calls.
   * @param {string} kind @param {string} name @param {*} value
   */
  function data(kind, name, value) {
    there.set(kind + " " + name, value);
  }

  /** What has come already. @param {string} kind @param {string} name */
  function has(kind, name) {
    return there.get(kind + " " + name);
  }

  /**
   * The data of a kind and name, read once: from the page itself where all is in one file, otherwise from a script.
   * @param {string} kind @param {string} name @returns {Promise<*>}
   */
  function need(kind, name) {
    const key = kind + " " + name;
    if (there.has(key)) {
      return Promise.resolve(there.get(key));
    }
    const inside = document.getElementById(FILES[kind](name));
    if (inside) {
      data.apply(null, JSON.parse(inside.textContent));
      return Promise.resolve(there.get(key));
    }
    if (!asked.has(key)) {
      asked.set(key, read(FILES[kind](name)).then(function () {
        if (!there.has(key)) {
          throw new Error("nothing came for " + key);
        }
        return there.get(key);
      }));
      asked.get(key).catch(function () { asked.delete(key); });
    }
    return asked.get(key);
  }

  function read(address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = function () { script.remove(); resolve(); };
      script.onerror = function () { script.remove(); reject(new Error("cannot read " + address)); };
      document.head.append(script);
    });
  }

  return { data: data, has: has, need: need };
})();
