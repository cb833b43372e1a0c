// The words: those of the page in the language chosen, and those of the story, with the difficult ones marked.
(function () {
  "use strict";

  const el = Beratta.el;
  let ui = null;
  let texts = null;
  let story = null;
  /** The explained words on the page that is being built. @type {Set<number>} */
  let met = new Set();

  /** Which language is spoken from now on. @param {*} chosen */
  function speak(chosen) {
    ui = chosen;
  }

  /** Which story's texts are told from now on. @param {*} chosen @param {*} words */
  function tell(chosen, words) {
    story = chosen;
    texts = words;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? String(values[name]) : whole;
    });
  }

  /** A text of the page. @param {string} key @param {Object<string, *>} [values] */
  function t(key, values) {
    return filled(ui.words[key], values);
  }

  /** A text with a number. @param {string} key @param {number} n */
  function many(key, n) {
    const plural = ui.plurals[key];
    const place = n < plural.which.length ? n : 100 + n % 100;
    return filled(plural.forms[Number(plural.which[place])], { n: n });
  }

  /** In the language's quotation marks, which are not doubled. @param {string} text */
  function quoted(text) {
    return t("quoted", { text: text.replace(/^[”“]+|[”“]+$/g, "") });
  }

  /** A text of the story; "" where there is none. @param {number} index */
  function told(index) {
    return index < 0 || index === undefined ? "" : texts.t[index];
  }

  function swedish(index) {
    return texts.sv.indexOf(index) >= 0;
  }

  /**
   * A text of the story as it is shown: in Swedish where it has no translation, its difficult words marked.
   * @param {number} index @param {boolean} [inQuotes]
   */
  function shown(index, inQuotes) {
    const text = told(index);
    const parts = marked(index, text);
    const made = el("span", { lang: swedish(index) ? "sv" : null, dir: swedish(index) ? "ltr" : null });
    if (!inQuotes) {
      made.append.apply(made, parts);
      return made;
    }
    const around = t("quoted", { text: "\u0000" }).split("\u0000");
    const bare = /^[”“]|[”“]$/.test(text);
    made.append.apply(made, bare ? [quoted(text)] : [around[0]].concat(parts, [around[1]]));
    return made;
  }

  function marked(index, text) {
    const marks = texts.marks[index] || [];
    const parts = [];
    let from = 0;
    for (let at = 0; at < marks.length; at += 3) {
      met.add(marks[at + 2]);
      parts.push(text.slice(from, marks[at]), el("span", { "class": "explained" }, text.slice(marks[at], marks[at + 1])));
      from = marks[at + 1];
    }
    parts.push(text.slice(from));
    return parts;
  }

  /** Begins a page: what was explained on the one before is forgotten. */
  function turnPage() {
    met = new Set();
  }

  /** The explained words on the page, and those that their meanings take. @returns {number[]} */
  function explained() {
    const all = Array.from(met);
    for (let at = 0; at < all.length; at += 1) {
      const marks = texts.marks[story.words[all[at]][1]] || [];
      for (let mark = 2; mark < marks.length; mark += 3) {
        if (all.indexOf(marks[mark]) < 0) {
          all.push(marks[mark]);
        }
      }
    }
    return all;
  }

  /** The name of somebody in the cast; "" for nobody. @param {number} who */
  function name(who) {
    return who < 0 ? "" : told(story.cast[who].name);
  }

  /** Whose phone it is; a Swedish name that ends in s, x or z takes no further s. @param {string} owner */
  function phoneOf(owner) {
    return t(/[sxz]$/i.test(owner) ? "phone_z" : "phone_s", { name: owner });
  }

  /** Where a scene is shown in Swedish, wholly or partly; "" where it is not. @param {number} scene */
  function inSwedish(scene) {
    const part = texts.part[scene];
    return part === undefined ? "" : t(part ? "all_swedish" : "part_swedish");
  }

  /** The name of a form of violence. @param {string} form */
  function form(form) {
    return ui.forms[form].label;
  }

  Object.assign(Beratta, {
    speak: speak, tell: tell, t: t, many: many, quoted: quoted, told: told, shown: shown, swedish: swedish,
    turnPage: turnPage, explained: explained, nameOf: name, phoneOf: phoneOf, inSwedish: inSwedish, formOf: form,
    ui: function () { return ui; }
  });
})();
