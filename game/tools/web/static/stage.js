// The picture behind: a place, and the people who stand in it, where the game puts them.
(function () {
  "use strict";

  const el = Beratta.el;
  const HEAD = 0.47;
  const FORWARD = 1.06;
  const root = document.getElementById("stage");
  let now = null;

  /**
   * @typedef {{place: string, people: {who: number, look: number, speaking: boolean}[], art: *, set: string, dim?: boolean,
   *   near?: boolean, among?: number[], soon?: boolean}} Picture
   * One that comes `soon` waits for the words of its page.
   */

  /** The picture after these lines of a scene: each has the face of what they said last. @returns {Picture} */
  function pictureOf(play, scene, beats, only) {
    const story = play.story;
    const looks = new Map(story.scenes[scene].people);
    let speaker = -1;
    beats.forEach(function (beat) {
      const line = story.lines[beat.line];
      if (looks.has(line.s) && line.k !== "message") {
        looks.set(line.s, line.look);
      }
      speaker = line.k === "speech" || line.k === "thought" ? line.s : -1;
    });
    const rest = only >= 0 && !looks.has(only) ? story.cast[only].look : -1;
    const all = rest >= 0 ? [[only, rest]] : Array.from(looks);
    return {
      place: story.places[story.scenes[scene].place],
      people: all.filter(function (each) { return !(only >= 0) || each[0] === only; }).map(function (each) {
        return { who: each[0], look: each[1], speaking: each[0] === speaker };
      }),
      art: play.art,
      set: story.id
    };
  }

  /** Shows a picture, or none. @param {Picture|null} picture */
  function show(picture) {
    const place = picture && picture.place ? Beratta.has("shelf", "").places[picture.place] : null;
    const before = root.querySelector(".place");
    if (!place) {
      root.textContent = "";
    } else if (!before || before.dataset.place !== picture.place) {
      root.textContent = "";
      const image = el("img", { "class": "place", alt: "", "data-place": picture.place });
      root.append(image);
      Beratta.fillImage(image, function () { return place.src; }, Boolean(picture.soon));
    }
    root.classList.toggle("dim", Boolean(picture && picture.dim));
    root.hidden = !picture;
    now = picture;
    people(picture, place);
  }

  function leftward() {
    return document.documentElement.dir === "rtl";
  }

  /** Where so many people stand in a place, from the side where one begins to read. */
  function spotsOf(place, count) {
    const spots = (place && place.stand[count - 1]) || [0.5];
    return leftward() ? spots.map(function (spot) { return 1 - spot; }) : spots;
  }

  /** Who is there already with the same face stays as they are: a picture is drawn once. */
  function people(picture, place) {
    const before = Array.from(root.querySelectorAll(".figure"));
    const figures = picture ? picture.people.slice(0, 3) : [];
    const spots = spotsOf(place, figures.length);
    const speaker = figures.findIndex(function (each) { return each.speaking; });
    figures.forEach(function (figure, index) {
      const spot = spots[index];
      const other = speaker >= 0 && speaker !== index ? spots[speaker] : 0.5;
      const alone = figures.length === 1;
      const turned = alone ? leftward() : spot > 0.5;
      const gaze = alone || spot === other ? "ahead" : "right";
      const looksAway = !alone && spot !== other && (spot > other) !== turned;
      const how = { gaze: looksAway ? "left" : gaze, turned: turned, light: place && place.light, set: picture.set };
      const key = Beratta.drawingKey(figure.look, how);
      const same = before.findIndex(function (each) { return each.dataset.drawing === key; });
      const image = same < 0 ? el("img", { alt: "", "data-drawing": key }) : before.splice(same, 1)[0];
      image.className = "figure" + (figure.speaking && !alone ? " speaking" : "");
      image.dataset.spot = String(spot);
      image.dataset.down = String(picture.art.looks[picture.art.looks[figure.look].head].down / picture.art.box[1]);
      if (same < 0) {
        root.append(image);
        Beratta.fillImage(image, function () { return Beratta.drawn(picture.art, figure.look, how); }, Boolean(picture.soon));
      }
    });
    before.forEach(function (each) { each.remove(); });
  }

  /** Puts the people where the page leaves room for their faces: above what lies at the bottom. */
  function lay() {
    const figures = root.querySelectorAll(".figure");
    if (!now || !figures.length) {
      return;
    }
    const width = root.clientWidth;
    const height = root.clientHeight;
    const card = document.querySelector("[data-floor]") || (narrow() ? document.querySelector("#page h1:not(.unseen)") : null);
    const among = within();
    const top = document.getElementById("bar").offsetHeight;
    const near = now.near && !narrow();
    const open = near ? 0.66 * height : height;
    const floor = card ? Math.max(top + 140, card.getBoundingClientRect().top + window.scrollY) : open;
    const talk = figures.length > 1 && root.querySelector(".speaking");
    const room = (among[1] - among[0]) * width / figures.length;
    const tall = Math.min(height * (near ? 1.1 : 0.92), (floor - top) / HEAD / (talk ? FORWARD : 1), room / (near ? 0.34 : 0.5));
    figures.forEach(function (figure) {
      const high = tall * (figure.classList.contains("speaking") && talk ? FORWARD : 1);
      const middle = width * (among[0] + (among[1] - among[0]) * Number(figure.dataset.spot));
      const lowest = Math.max(top, height - high + height / 12);
      const fits = high * HEAD >= (floor - top) * 0.8;
      const up = fits ? Math.max(top - high * 0.06, Math.min(lowest, floor - high * HEAD)) : floor - Math.min(high * 0.8, floor - top);
      // Where nothing lies at the bottom nobody ends in the air.
      const whole = near ? Math.max(up, height - high) : up;
      // A child's head is lower, and a tall window is filled by one face.
      const y = narrow() ? Math.min(whole, floor - high * (HEAD + Number(figure.dataset.down))) : whole;
      figure.style.setProperty("--x", Math.round(middle - high / 3) + "px");
      figure.style.setProperty("--y", Math.round(y) + "px");
      figure.style.setProperty("--h", Math.round(high) + "px");
    });
  }

  /** The part of the width that is left for people; it lies at the other side where one reads from the right. */
  function within() {
    const among = narrow() ? [0, 1] : beside(now.among || [0, 1]);
    return leftward() ? [1 - among[1], 1 - among[0]] : among;
  }

  /** People stand beside a column of words, however much of the width it takes: most of them at least. */
  function beside(among) {
    const html = document.documentElement;
    const column = now.column ? (now.column + 2) * parseFloat(getComputedStyle(html).fontSize) / window.innerWidth : 0;
    return [Math.min(Math.max(among[0], column), 0.64), among[1]];
  }

  function narrow() {
    return document.documentElement.hasAttribute("data-narrow");
  }

  /** How much room there is for text of the size that was chosen: little is `narrow`, very little `small`, and not high is `low`. */
  function measure() {
    const html = document.documentElement;
    const letters = Beratta.app.settings.size / 100;
    const width = window.innerWidth / letters;
    const room = width < 480 ? "small" : width < 960 ? "some" : "";
    if (room) {
      html.dataset.narrow = room;
    } else {
      html.removeAttribute("data-narrow");
    }
    html.classList.toggle("low", window.innerHeight / letters < 560);
  }

  window.addEventListener("resize", function () { measure(); lay(); });

  Object.assign(Beratta, { pictureOf: pictureOf, showStage: show, layStage: lay, measure: measure, spotsOf: spotsOf, leftward: leftward });
})();
