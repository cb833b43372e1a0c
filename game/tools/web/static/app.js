// All that there is to know while the page is open, and how it changes. It is gone when the page is left.
(function () {
  "use strict";

  const walk = Beratta.walk;

  /** What the player can set. */
  const settings = {
    language: "sv", size: 100, face: "clear", lines: "usual", letters: "usual", theme: "warm", aloud: "off", motion: "usual"
  };

  /** What is shown, what lies below it, and the story that is played. */
  const app = {
    screen: { name: "title" }, under: [], practised: false, hidden: false, practising: false, play: null, settings: settings
  };

  /** The screen opens over the present one; opened twice, it does not lie over itself. @param {*} screen */
  function push(screen) {
    const there = app.under.concat(app.screen);
    const same = there.findIndex(function (each) { return each.name === screen.name; });
    app.under = same < 0 ? there : there.slice(0, same);
    app.screen = screen;
    Beratta.render();
  }

  /** Back to the screen below; below the last one is the title. */
  function pop() {
    app.screen = app.under.pop() || { name: "title" };
    Beratta.render();
  }

  /** Back to what lies below, and past a screen of that name. @param {string} name */
  function popPast(name) {
    const below = app.under[app.under.length - 1];
    if (below && below.name === name) {
      app.under.pop();
    }
    pop();
  }

  /** The screen, with nothing below it. @param {*} screen */
  function alone(screen) {
    app.under = [];
    app.screen = screen;
    Beratta.render();
  }

  /** A function that opens a screen. @param {string} name */
  function to(name) {
    return function () { push({ name: name }); };
  }

  /** Everything of a story: its graph, its words, its people. @param {string} id */
  function ahead(id) {
    return Promise.all([Beratta.need("story", id), Beratta.need("texts", id + "." + settings.language), Beratta.need("art", id)]);
  }

  /** Reads a story and its words, and has them told. @param {string} id */
  function fetched(id) {
    return ahead(id).then(function (all) {
      Beratta.tell(all[0], all[1]);
      return all[0];
    });
  }

  /** Opens a story where it begins, or at a node. @param {string} id @param {number} [node] */
  function open(id, node) {
    return fetched(id).then(function (story) {
      const before = app.play && app.play.story === story ? app.play : null;
      app.play = {
        story: story,
        art: Beratta.has("art", id),
        way: walk.begin(node, node && Beratta.has("codes", id).met[node]),
        flags: new Map(),
        skipped: new Set(),
        scenes: before ? before.scenes : new Set(),
        endings: before ? before.endings : new Set()
      };
      note();
      alone({ name: "reading" });
      // The first scene does not wait for them, and the network may be gone when there is a pause.
      Beratta.need("codes", id).catch(function () { return null; });
    });
  }

  /** Remembers what has been found. */
  function note() {
    const play = app.play;
    walk.scenes(play.story, play.way).forEach(function (scene) { play.scenes.add(scene); });
    const now = walk.moment(play.story, play.way);
    if (!now.beat && now.exit.k === "end") {
      play.endings.add(now.exit);
    }
  }

  function moved(way) {
    app.play.way = way;
    note();
    alone({ name: "reading" });
  }

  /** A line on. */
  function forward() {
    const play = app.play;
    const skipped = app.screen.name === "reading" && app.screen.skipped;
    if (skipped) {
      moved(play.way);
      return;
    }
    moved(walk.forward(play.story, play.way));
    const beat = walk.moment(play.story, play.way).beat;
    if (beat) {
      play.skipped.delete(walk.spot(beat));
    }
  }

  /** A line back; where a scene was skipped, to the line since which it was. */
  function back() {
    const play = app.play;
    if (app.screen.skipped) {
      const unread = walk.moment(play.story, play.way).beats.slice(app.screen.step, play.way.step);
      unread.forEach(function (beat) { play.skipped.delete(walk.spot(beat)); });
      moved(Object.assign({}, play.way, { step: app.screen.step }));
      return;
    }
    moved(walk.back(play.story, play.way));
  }

  /** The rest of the scene is passed over, and remembered as not read. */
  function skip() {
    const play = app.play;
    const before = walk.moment(play.story, play.way);
    play.way = walk.skip(play.story, play.way);
    before.beats.slice(before.step + 1, play.way.step).forEach(function (beat) { play.skipped.add(walk.spot(beat)); });
    note();
    alone({ name: "reading", skipped: before.beat, step: before.step });
  }

  /** An answer is given. @param {number} answer */
  function decide(answer) {
    moved(walk.decide(app.play.story, app.play.way, answer));
  }

  /** Back to one of the player's decisions. @param {number} index */
  function rewind(index) {
    app.play.way = walk.rewind(app.play.story, app.play.way, index);
    alone({ name: "reading" });
  }

  /** The flag stands at once; what it is may be said on the page that opens. */
  function flag(beat) {
    const spot = walk.spot(beat);
    if (!app.play.flags.has(spot)) {
      app.play.flags.set(spot, "");
    }
    push({ name: "flag", beat: beat });
  }

  /** What the flag says: a form, "" that it only feels wrong, null takes it away. */
  function setFlag(beat, form) {
    const spot = walk.spot(beat);
    if (form === null) {
      app.play.flags.delete(spot);
    } else {
      app.play.flags.set(spot, form);
    }
    pop();
  }

  /** The lines of this way that the player has read, each once. */
  function heard() {
    const play = app.play;
    return walk.heard(play.story, play.way).filter(function (beat) { return !play.skipped.has(walk.spot(beat)); });
  }

  /** Everything is shown in another language. @param {string} code */
  function setLanguage(code) {
    const id = app.play && app.play.story.id;
    const wanted = [Beratta.need("ui", code)].concat(id ? [Beratta.need("texts", id + "." + code)] : []);
    return Promise.all(wanted).then(function (all) {
      settings.language = code;
      Beratta.speak(all[0]);
      if (id) {
        Beratta.tell(app.play.story, all[1]);
      }
      Beratta.render();
    });
  }

  Object.assign(Beratta, {
    app: app, push: push, pop: pop, popPast: popPast, alone: alone, to: to, open: open, forward: forward, back: back, skip: skip, decide: decide,
    rewind: rewind, flag: flag, setFlag: setFlag, heard: heard, setLanguage: setLanguage, ahead: ahead
  });
})();
