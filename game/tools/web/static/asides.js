// What one may want in the middle of a story: a pause, help, what was said, the adults met, words explained.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const walk = Beratta.walk;
  const pages = Beratta.pages;
  const app = Beratta.app;

  const ICONS = { person: "person", phone: "phone_call", chat: "chat", web: "web" };

  /** A page that lies over another and is closed with one key. */
  function over(name, title, body, extra) {
    return Object.assign({
      kind: name, title: title, body: [Beratta.heading(title)].concat(body), keys: { Escape: Beratta.pop, Backspace: Beratta.pop }, go: Beratta.pop,
      foot: [Beratta.mainItem(t("done"), Beratta.pop, "check")]
    }, extra);
  }

  /** The help that may be shown with a story, or before one is chosen. @param {string} [id] */
  function helpFor(id) {
    const heads = Beratta.has("shelf", "").stories;
    const youngest = heads.filter(function (head) { return !id || head.id === id; }).reduce(function (least, head) { return Math.min(least, head.youngest); }, 99);
    const age = heads.length ? youngest : 10;
    return Beratta.ui().help.filter(function (each) { return each.youngest <= age && age <= each.oldest; });
  }

  /** A card for somebody to turn to. */
  function helpCard(entry) {
    return Beratta.card({
      title: entry.name, text: entry.what, tag: entry.contact ? el("bdi", {}, entry.contact) : "", small: entry.small, icon: ICONS[entry.channel], tone: "help"
    });
  }

  pages.help = function () {
    const cards = helpFor(app.play ? app.play.story.id : "").map(function (each) { return el("li", {}, helpCard(each)); });
    const body = [Beratta.para("lead", t("help_lead")), el("ul", { "class": "cards" }, cards), Beratta.para("small", t("seen"))];
    return over("help", t("whom"), body, { help: false, keys: { Escape: Beratta.pop, Backspace: Beratta.pop, F1: Beratta.pop } });
  };

  pages.pause = function () {
    const rest = [
      ["feel", "breathe", Beratta.to("feel")],
      ["said", "log", Beratta.to("log")],
      ["choices", "route", Beratta.to("ways")],
      ["adults", "person", Beratta.to("circle")],
      ["settings", "settings", Beratta.to("settings")],
      ["whom", "help", Beratta.to("help"), "teal"],
      ["again", "back", function () { Beratta.open(app.play.story.id); }],
      ["to_title", "house_door", function () { Beratta.alone({ name: "title" }); }]
    ];
    const keys = { Escape: Beratta.pop, Backspace: Beratta.pop };
    const items = rest.map(function (each, index) {
      const key = Beratta.digitOf(index);
      keys[key] = each[2];
      return el("li", {}, button({ id: each[0], label: t(each[0]), act: each[2], icon: each[1], look: each[3], key: key }));
    });
    const on = el("li", {}, Beratta.mainItem(t("play_on"), Beratta.pop, "play"));
    const leave = el("li", {}, button({ id: "leave", label: t("leave"), act: Beratta.leave, look: "dark", icon: "close" }));
    return {
      kind: "pause", title: t("pause"), label: Beratta.chapterLabel(), help: false, leave: false, keys: keys, go: Beratta.pop,
      body: [Beratta.heading(t("pause")), el("ul", { "class": "tiles" }, on, items, leave), codeCard()]
    };
  };

  /** The code of the place strict after the last decision. */
  function codeCard() {
    const nodes = app.play.way.nodes;
    const resuming = Beratta.has("codes", app.play.story.id);
    const code = resuming && resuming.codes[nodes[nodes.length - 1]];
    return code ? Beratta.card({
      title: el("span", { role: "heading", "aria-level": "2" }, t("another_time")), text: t("code_why"), icon: "route", tag: el("bdi", { "class": "code" }, code), tone: "big"
    }) : null;
  }

  pages.log = function () {
    const beats = Beratta.heard();
    const cards = beats.map(function (beat, index) {
      const line = app.play.story.lines[beat.line];
      const flagged = app.play.flags.has(walk.spot(beat));
      const name = Beratta.nameOf(line.s);
      const act = function () { Beratta.flag(beat); };
      return el("li", {}, Beratta.card({
        title: name, text: Beratta.shown(line.t), tone: flagged ? "flagged" : "plain", icon: flagged ? "flag" : "", tag: flagged ? Beratta.flagLabel(beat) : "",
        act: act, id: "line " + index, pressed: flagged
      }));
    });
    const body = [Beratta.para("small", t("said_lead")), cards.length ? el("ol", { "class": "list" }, cards) : Beratta.para("lead", t("said_none"))];
    return over("log", t("said"), body, { foot: [], back: Beratta.closeItem(), start: cards.length ? "line " + (cards.length - 1) : "", go: undefined });
  };

  pages.circle = function () {
    const went = new Map(walk.tellings(app.play.story, app.play.way).map(function (each) { return [each.adult, each.listens]; }));
    const cards = walk.adults(app.play.story, app.play.way).map(function (who) {
      const small = went.has(who) ? Beratta.howItWent(went.get(who)) : Beratta.shown(app.play.story.cast[who].adult);
      return el("li", {}, Beratta.adultCard(who, small, {}));
    });
    return over("circle", t("adults"), [cards.length ? el("ul", { "class": "cards" }, cards) : Beratta.para("lead", t("adults_none"))]);
  };

  /** The page of which the words are explained is built once more, unseen, to know which they are. */
  pages.words = function () {
    const below = app.under[app.under.length - 1];
    if (below) {
      pages[below.name](below);
    }
    const cards = Beratta.explained().map(function (number) {
      const word = app.play.story.words[number];
      return el("li", {}, Beratta.card({ title: Beratta.told(word[0]).split(/[,،]/)[0], text: Beratta.shown(word[1]), tone: "meaning" }));
    });
    const body = [cards.length ? el("ul", { "class": "list" }, cards) : Beratta.para("lead", t("no_words"))];
    return over("words", t("words"), body, { keys: { Escape: Beratta.pop, Backspace: Beratta.pop, o: Beratta.pop } });
  };

  Object.assign(Beratta, { helpFor: helpFor, helpCard: helpCard });
})();
