// The player decides: what to do, or whom to tell and how to begin. And what comes of it, at an ending.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const walk = Beratta.walk;
  const app = Beratta.app;

  const KEYS = { Backspace: Beratta.back, PageUp: Beratta.to("log"), Escape: Beratta.to("pause") };

  function digit(index) {
    return index < 9 ? String(index + 1) : "";
  }

  /** A list of choices, numbered as they stand, and the keys that press them. */
  function numbered(labels, act, keys, icons) {
    return labels.map(function (label, index) {
      if (digit(index)) {
        keys[digit(index)] = function () { act(index); };
      }
      return el("li", {}, button({
        id: "choice " + index, label: label, act: function () { act(index); }, look: "choice", key: digit(index), icon: icons && icons[index]
      }));
    });
  }

  /** A word about it where some of these texts are in Swedish for want of a translation. */
  function inSwedish(texts) {
    return texts.some(function (text) { return text >= 0 && Beratta.swedish(text); }) ? Beratta.para("small", t("some_swedish")) : null;
  }

  /** Whom the player sees while choosing: who of those here spoke last, otherwise the first. */
  function whom(scene) {
    const story = app.play.story;
    const here = story.scenes[scene].people.map(function (each) { return each[0]; }).filter(function (who) { return who !== story.you; });
    const spoke = Beratta.beatsHere().map(function (beat) { return story.lines[beat.line].s; }).filter(function (who) { return here.indexOf(who) >= 0; });
    return spoke.length ? spoke[spoke.length - 1] : here.length ? here[0] : undefined;
  }

  Beratta.choicesPage = function (now) {
    const exit = now.exit;
    const keys = Object.assign({}, KEYS);
    const labels = exit.o.map(function (option) { return Beratta.shown(option[0]); });
    const items = numbered(labels, Beratta.decide, keys, exit.o.map(function (option) { return option[1] ? "wait" : ""; }));
    const ask = exit.ask >= 0 ? Beratta.shown(exit.ask) : t("what_do");
    return {
      kind: "choices", place: String(app.play.way.nodes.length), title: t("what_do"), label: Beratta.chapterLabel(), back: Beratta.pauseItem(),
      picture: Object.assign(Beratta.pictureNow(whom(now.scene)), { among: [0, 0.42], choosing: true }), keys: keys, explains: true,
      body: [Beratta.heading(ask), el("ol", { "class": "choices" }, items), Beratta.para("small", t("no_answer")),
        inSwedish([exit.ask].concat(exit.o.map(function (option) { return option[0]; })))]
    };
  };

  /** An adult's card: the face, the name, who they are. */
  function adultCard(who, small, item) {
    const story = app.play.story;
    const about = story.cast[who].about;
    return Beratta.card(Object.assign({
      face: Beratta.face(app.play.art, story.id, story.cast[who].look), title: Beratta.nameOf(who), text: about >= 0 ? Beratta.shown(about) : "",
      small: small, tone: "adult"
    }, item));
  }

  /** How an adult took it, with no blame for who told. */
  function howItWent(listened) {
    return t(listened ? "listened" : "not_listened");
  }

  Beratta.tellingPage = function (now, screen) {
    return screen.adult === undefined ? adults(now) : beginnings(now, screen.adult);
  };

  function pick(index) {
    Beratta.alone({ name: "reading", adult: index });
  }

  function adults(now) {
    const exit = now.exit;
    const story = app.play.story;
    const keys = Object.assign({}, KEYS);
    const cards = exit.a.map(function (each, index) {
      const act = function () { pick(index); };
      keys[digit(index) || "none"] = act;
      return el("li", {}, adultCard(each[0], Beratta.shown(story.cast[each[0]].adult), { act: act, id: "adult " + each[0], key: digit(index) }));
    });
    const told = walk.tellings(story, app.play.way).map(function (each) { return el("li", {}, adultCard(each.adult, howItWent(each.listens))); });
    const ask = exit.ask >= 0 ? Beratta.shown(exit.ask) : t("tell_whom");
    const how = Beratta.card({ title: t("can_begin"), text: Beratta.shown(exit.b[0], true), icon: "speech" });
    return {
      kind: "telling", title: t("tell_whom"), label: Beratta.chapterLabel(), back: Beratta.pauseItem(), keys: keys, explains: true,
      body: [Beratta.heading(ask), Beratta.para("lead", t("trusted")), inSwedish([exit.ask].concat(exit.b)), el("ul", { "class": "cards" }, cards, told), how]
    };
  }

  function beginnings(now, index) {
    const exit = now.exit;
    const adult = exit.a[index][0];
    const other = function () { Beratta.alone({ name: "reading" }); };
    const keys = Object.assign({}, KEYS, { Backspace: other });
    const act = function (number) { Beratta.decide(index * exit.b.length + number); };
    const items = numbered(exit.b.map(function (text) { return Beratta.shown(text, true); }), act, keys);
    const look = app.play.story.cast[adult].look;
    const away = button({ id: "other", label: t("somebody_else"), act: other, icon: "back", key: "Backspace" });
    return {
      kind: "choices", place: "telling " + adult, title: t("you_begin"), label: Beratta.chapterLabel(), back: Beratta.pauseItem(), keys: keys, explains: true,
      picture: { place: "", people: [{ who: adult, look: look, speaking: true }], art: app.play.art, set: app.play.story.id, among: [0, 0.42] },
      body: [Beratta.heading(t("you_begin")), Beratta.para("lead", t("you_tell", { name: Beratta.nameOf(adult) })), inSwedish(exit.b),
        el("ol", { "class": "choices" }, items), el("div", { "class": "row" }, away)]
    };
  }

  Beratta.endingPage = function (now) {
    const exit = now.exit;
    const on = Beratta.to("recap");
    const helpers = Beratta.helpFor(app.play.story.id).filter(function (each) { return exit.help.indexOf(each.id) >= 0; });
    return {
      kind: "ending", title: Beratta.told(exit.title), label: Beratta.told(app.play.story.title), back: Beratta.pauseItem(), go: on, explains: true,
      picture: Beratta.pictureNow(), keys: Object.assign({ ArrowLeft: Beratta.back }, KEYS),
      body: [el("div", { "class": "panel", "data-floor": true }, Beratta.heading(Beratta.shown(exit.title)), Beratta.para("lead", Beratta.shown(exit.text)),
        el("ul", { "class": "cards" }, helpers.map(function (each) { return el("li", {}, Beratta.helpCard(each)); })),
        el("div", { "class": "row" }, Beratta.mainItem(t("saw"), on)))]
    };
  };

  Object.assign(Beratta, { adultCard: adultCard, howItWent: howItWent, digitOf: digit });
})();
