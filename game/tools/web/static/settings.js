// The settings: each value shows at once what it does.
(function () {
  "use strict";

  const el = Beratta.el;
  const t = Beratta.t;
  const app = Beratta.app;

  const ROWS = [
    { label: "size", name: "size", values: [100, 125, 150, 175, 200] },
    { label: "letters", name: "face", values: ["clear", "steady", "own"] },
    { label: "between_lines", name: "lines", values: ["usual", "wide", "widest"] },
    { label: "between_letters", name: "letters", values: ["usual", "wide", "widest"] },
    { label: "colours", name: "theme", values: ["warm", "dark", "contrast"] },
    { label: "aloud", name: "aloud", values: ["off", "asked", "all"] },
    { label: "motion", name: "motion", values: ["usual", "less"] }
  ];

  function chip(row, value) {
    const words = row.name === "size" ? t("percent", { percent: value }) : t(value);
    return Beratta.button({
      id: row.name + " " + value, label: words, look: "chip", pressed: app.settings[row.name] === value,
      act: function () { app.settings[row.name] = value; Beratta.render(); }
    });
  }

  function group(label, chips, note) {
    const id = "row-" + label;
    return el("section", { "class": "setting", "aria-labelledby": id }, el("h2", { id: id }, t(label)), el("div", { "class": "chips" }, chips), note);
  }

  function languages() {
    const all = Beratta.has("shelf", "").languages;
    const chips = all.map(function (each) {
      const words = el("span", { lang: each.tag, dir: each.dir }, each.name);
      return Beratta.button({
        id: "language " + each.code, label: words, look: "chip", pressed: each.code === app.settings.language, act: function () { Beratta.setLanguage(each.code); }
      });
    });
    const draft = Beratta.ui().language.draft ? Beratta.para("small", t("draft")) : null;
    return group("language", chips, draft);
  }

  Beratta.pages.settings = function () {
    const rows = ROWS.map(function (row) { return group(row.label, row.values.map(function (value) { return chip(row, value); })); });
    return {
      kind: "settings", title: t("settings"), back: Beratta.closeItem(), keys: { Escape: Beratta.pop, Backspace: Beratta.pop }, go: Beratta.pop,
      body: [Beratta.heading(t("settings")), Beratta.para("lead", t("settings_lead")), languages(), rows],
      foot: [Beratta.mainItem(t("done"), Beratta.pop, "check")]
    };
  };

  /** The next language, or the one before. @param {number} by */
  Beratta.turnLanguage = function (by) {
    const codes = Beratta.has("shelf", "").languages.map(function (each) { return each.code; });
    const place = (codes.indexOf(app.settings.language) + by + codes.length) % codes.length;
    Beratta.setLanguage(codes[place]);
  };
})();
