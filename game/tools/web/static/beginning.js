// Where a play begins: the title, choosing a story, the page before it, and a resume code.
(function () {
  "use strict";

  const el = Beratta.el;
  const button = Beratta.button;
  const t = Beratta.t;
  const pages = Beratta.pages;
  const app = Beratta.app;

  function shelf() {
    return Beratta.has("shelf", "");
  }

  function cover(picture) {
    return {
      place: picture.place, people: picture.people.map(function (look) { return { who: -1, look: look, speaking: false }; }), art: shelf().art, set: "shelf", soon: true
    };
  }

  pages.title = function () {
    const items = [
      button({ id: "play", label: t("play"), act: Beratta.to("stories"), look: "main", icon: "play", key: "1" }),
      button({ id: "whom", label: t("whom"), act: Beratta.to("help"), look: "teal", icon: "help", key: "2" }),
      button({ id: "code", label: t("go_on_code"), act: Beratta.to("code"), icon: "route", key: "3" }),
      button({ id: "settings", label: t("settings"), act: Beratta.to("settings"), icon: "settings", key: "4" }),
      button({ id: "quit", label: t("quit"), act: Beratta.leave, look: "quiet", icon: "close" })
    ];
    const languages = shelf().languages.map(function (each) {
      const now = each.code === app.settings.language;
      return el("li", {}, el("button", {
        type: "button", "class": "language", lang: each.tag, dir: each.dir, "data-id": "language " + each.code, "aria-pressed": String(now),
        press: function () { Beratta.setLanguage(each.code); }
      }, each.name));
    });
    return {
      kind: "title", title: t("name"), help: false, leave: false, picture: Object.assign(cover(shelf().title), { among: [0.4, 1.02], column: 29, near: true }), go: Beratta.to("stories"),
      keys: { "1": Beratta.to("stories"), "2": Beratta.to("help"), "3": Beratta.to("code"), "4": Beratta.to("settings") },
      body: [Beratta.heading(t("name")), Beratta.para("lead", t("motto")), el("div", { "class": "stack" }, items), el("ul", { "class": "languages", "aria-label": t("language") }, languages)]
    };
  };

  function facts(head) {
    return t("ages", { youngest: head.youngest, oldest: head.oldest }) + " · " + Beratta.many("minutes", head.minutes);
  }

  /** A small picture of a place with people in it. */
  function vignette(picture) {
    const place = shelf().places[picture.place];
    const spots = Beratta.spotsOf(place, picture.people.length);
    const people = picture.people.map(function (look, index) {
      const spot = spots[index];
      const how = { turned: picture.people.length > 1 && spot > 0.5, light: place.light, set: "shelf" };
      const figure = el("img", { alt: "", "class": "small-figure" });
      Beratta.fillImage(figure, function () { return Beratta.drawn(shelf().art, look, how); }, true);
      figure.style.setProperty("--spot", String(spot * 100) + "%");
      return figure;
    });
    const scene = el("img", { alt: "", "class": "small-place" });
    Beratta.fillImage(scene, function () { return place.src; }, true);
    return el("span", { "class": "vignette", "aria-hidden": "true" }, scene, people);
  }

  /** The stories that are sought: `screen.at` is the search, the first one where nothing is said. */
  pages.stories = function (screen) {
    const keys = { Escape: Beratta.pop, Backspace: Beratta.pop };
    const search = shelf().searches[screen.at || 0];
    const liked = Object.keys(shelf().likes).find(function (id) { return shelf().likes[id] === screen.at; });
    const title = liked ? t("more_like", { title: Beratta.ui().heads[liked].title }) : t("pick");
    const chips = search.turns.map(function (turn) {
      const seek = function () { screen.at = turn[1]; Beratta.render(); };
      return button({ id: "seek " + turn[0].split(" ")[0], label: Beratta.ui().search[turn[0]], act: seek, look: "chip" });
    });
    const heads = search.stories.map(function (id) { return shelf().stories.find(function (head) { return head.id === id; }); });
    const cards = heads.map(function (head, index) {
      const words = Beratta.ui().heads[head.id];
      const act = function () { Beratta.push({ name: "before", id: head.id }); };
      const key = index < 9 ? String(index + 1) : "";
      keys[key || "none"] = act;
      return el("li", {}, Beratta.card({
        face: vignette(head.cover), title: words.title, text: words.summary, small: words.notes, tag: facts(head) + (words.whole ? "" : " · " + t("swedish")), key: key, act: act, id: "story " + head.id, tone: "story"
      }));
    });
    return {
      kind: "stories", title: title, back: Beratta.closeItem(), keys: keys,
      body: [Beratta.heading(title), chips.length ? el("div", { "class": "chips" }, chips) : null, cards.length ? el("ul", { "class": "stories" }, cards) : Beratta.para("lead", t("no_stories"))]
    };
  };

  function begin(screen) {
    return function () {
      Beratta.open(screen.id).catch(function () {
        app.screen = { name: "before", id: screen.id, refused: true };
        Beratta.render();
      });
    };
  }

  pages.before = function (screen) {
    const head = shelf().stories.find(function (each) { return each.id === screen.id; });
    const words = Beratta.ui().heads[head.id];
    const practise = function () { Beratta.hide(true); };
    // While this is read the story comes; what fails is told when it is begun.
    Beratta.ahead(head.id).catch(function () { return null; });
    const start = begin(screen);
    const items = app.practised ? [Beratta.mainItem(t("begin"), start, "play")]
      : [button({ id: "practise", label: t("practise"), act: practise, look: "main", icon: "hide", key: " " }), button({ id: "on", label: t("begin_now"), act: start, icon: "play" })];
    const cards = [
      Beratta.card({ title: t("your_role"), text: t(head.role, { name: words.you }), icon: "person" }),
      Beratta.card({ title: t("good_to_know"), text: words.notes, small: facts(head), icon: "speech" }),
      Beratta.card({ title: t("hide"), text: t(app.practised ? "practised" : "hide_why"), icon: "hide", tone: app.practised ? "fine" : "plain" })
    ];
    return {
      kind: "before", title: words.title, back: Beratta.closeItem(), keys: { Escape: Beratta.pop, Backspace: Beratta.pop }, go: app.practised ? start : practise,
      picture: Object.assign(cover(head.cover), { among: [0.45, 1], column: 36, near: true }), place: screen.refused ? "refused" : "",
      body: [Beratta.heading(words.title), screen.refused ? Beratta.card({ title: t("did_not_work"), text: t("cannot_open"), icon: "close" }) : null,
        Beratta.para("lead", words.summary), el("ul", { "class": "list" }, cards.map(function (each) { return el("li", {}, each); })),
        words.whole ? null : Beratta.para("small", t("unfinished")), Beratta.para("small", t("free")), el("div", { "class": "row" }, items)]
    };
  };

  // --- a code

  /** Looks for the code in every story. @param {string} typed @returns {Promise<string>} why not, "" when it was opened */
  function resume(typed) {
    const code = Beratta.codes.letters(typed);
    const why = Beratta.codes.refused(code, shelf().signs);
    if (why) {
      return Promise.resolve(why);
    }
    const heads = shelf().stories;
    return Promise.all(heads.map(function (head) { return Beratta.need("codes", head.id); })).then(function (all) {
      const nodes = all.map(function (each) { return Beratta.codes.nodeOf(each, code); });
      const at = nodes.findIndex(function (node) { return node >= 0; });
      return at < 0 ? "other_version" : Beratta.open(heads[at].id, nodes[at]).then(function () { return ""; });
    });
  }

  pages.code = function (screen) {
    const field = el("input", { id: "code-field", "class": "field", type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", dir: "ltr", "data-id": "field", maxlength: "40", "aria-describedby": "code-answer" });
    field.value = screen.typed || "";
    const answer = el("p", { id: "code-answer", "class": "answer", role: "status" }, screen.why ? t(screen.why) : null);
    const submit = function () {
      resume(field.value).then(function (why) {
        if (why) {
          answer.textContent = t(why);
          Object.assign(screen, { typed: field.value, why: why });
          field.focus();
        }
      }, function () { answer.textContent = t("cannot_open"); });
    };
    field.addEventListener("input", function () { screen.typed = field.value; });
    return {
      kind: "code", title: t("go_on_code"), back: Beratta.closeItem(), keys: { Escape: Beratta.pop, Enter: submit }, typing: true, start: "field",
      body: [Beratta.heading(t("go_on_code")), Beratta.para("lead", t("code_lead")), el("label", { "for": "code-field" }, t("code")), field, answer],
      foot: [button({ id: "on", label: t("go_on"), act: submit, look: "main", icon: "next", key: "Enter" })]
    };
  };
})();
