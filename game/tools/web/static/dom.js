// Elements, icons and things to press. Texts are only ever set as texts.
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  /**
   * An element with attributes and children; a child that is null or "" is left out.
   * @param {string} name @param {Object<string, *>} [attributes] @param {...*} children @returns {HTMLElement}
   */
  function el(name, attributes) {
    const made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      const value = attributes[key];
      if (key === "press") {
        made.addEventListener("click", value);
      } else if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(key, value === true ? "" : value);
      }
    });
    made.append.apply(made, present(Array.prototype.slice.call(arguments, 2)));
    return made;
  }

  function present(children) {
    return children.reduce(function (all, child) {
      if (Array.isArray(child)) {
        return all.concat(present(child));
      }
      return child === null || child === undefined || child === "" || child === false ? all : all.concat(child);
    }, []);
  }

  const shapes = new Map();

  /** An icon of the game, in the colour of the words beside it. @param {string} name */
  function icon(name) {
    if (!shapes.has(name)) {
      const drawn = Beratta.has("shelf", "").icons[name];
      const parsed = drawn ? new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement
        : document.createElementNS(SVG, "svg");
      parsed.setAttribute("class", "icon icon-" + name);
      parsed.setAttribute("aria-hidden", "true");
      parsed.setAttribute("focusable", "false");
      parsed.removeAttribute("width");
      parsed.removeAttribute("height");
      shapes.set(name, parsed);
    }
    return document.importNode(shapes.get(name), true);
  }

  const CAPS = { " ": "key_space", Backspace: "key_back" };
  const NAMES = { Escape: "Esc", " ": "Space" };

  /** A key, as it is printed on the thing that it presses. @param {string} key */
  function cap(key) {
    const shown = CAPS[key] ? Beratta.t(CAPS[key]) : NAMES[key] || (key.length === 1 ? key.toUpperCase() : key);
    return el("kbd", { "class": "cap", "aria-hidden": "true" }, shown);
  }

  /**
   * Something to press.
   * @param {{id: string, label: *, act: function(): void, look?: string, key?: string, icon?: string, said?: string,
   *   note?: string, pressed?: boolean, compact?: boolean, disabled?: boolean}} item
   */
  function button(item) {
    const name = "button " + (item.look || "plain") + (item.compact ? " compact" : "");
    const words = el("span", { "class": "words" }, item.label);
    const made = el("button", {
      type: "button",
      "class": name,
      "data-id": item.id,
      "aria-pressed": item.pressed === undefined ? null : String(item.pressed),
      "aria-label": item.said || (item.compact ? item.label : null),
      title: item.compact ? item.label : null,
      "aria-keyshortcuts": item.key ? NAMES[item.key] || item.key : null,
      disabled: item.disabled || null,
      press: item.act
    }, item.icon ? icon(item.icon) : null, item.compact ? null : words);
    if (item.key && !item.compact) {
      made.append(cap(item.key));
    } else if (item.note) {
      made.append(el("kbd", { "class": "cap", "aria-hidden": "true" }, item.note));
    }
    return made;
  }

  /** The heading of a page, to which focus goes. @param {*} text @param {string} [name] */
  function heading(text, name) {
    return el("h1", { tabindex: "-1", "class": name || null }, text);
  }

  /** A paragraph. @param {string} name @param {*} text */
  function para(name, text) {
    return el("p", { "class": name }, text);
  }

  Object.assign(Beratta, { el: el, icon: icon, cap: cap, button: button, heading: heading, para: para });
})();
