// A way through the story's graph: the nodes come to, what was taken, and how many lines were read since. Nothing here knows the page.
(function () {
  "use strict";

  /**
   * @typedef {{nodes: number[], took: number[], step: number, met: number[]}} Way
   * @typedef {{scene: number, line: number}} Beat
   */

  /**
   * The way at its first line; from a node that a code led to, where one knows some adults.
   * @param {number} [node] @param {number[]} [met] @returns {Way}
   */
  function begin(node, met) {
    return { nodes: [node || 0], took: [], step: 0, met: met || [] };
  }

  function runOf(story, node) {
    return story.runs[story.nodes[node][0]];
  }

  /** Every line that a node leads through. @returns {Beat[]} */
  function beats(story, node) {
    const all = [];
    runOf(story, node).forEach(function (scene) {
      scene.slice(1).forEach(function (line) { all.push({ scene: scene[0], line: line }); });
    });
    return all;
  }

  function ends(story, node) {
    let sum = 0;
    return runOf(story, node).map(function (scene) { sum += scene.length - 1; return sum; });
  }

  function exitOf(story, node) {
    return story.exits[story.nodes[node][1]];
  }

  function last(list) {
    return list[list.length - 1];
  }

  /** Where a way stands: the line that is shown, or none at the exit. */
  function moment(story, way) {
    const node = last(way.nodes);
    const all = beats(story, node);
    const beat = way.step < all.length ? all[way.step] : null;
    const scene = beat ? beat.scene : last(runOf(story, node))[0];
    return { node: node, beats: all, beat: beat, scene: scene, step: way.step, exit: exitOf(story, node), passed: passed(story, way) };
  }

  /** How many scenes of the node have been left. */
  function passed(story, way) {
    const all = ends(story, last(way.nodes));
    return Math.min(all.filter(function (end) { return end <= way.step; }).length, all.length - 1);
  }

  function at(way, step) {
    return Object.assign({}, way, { step: step });
  }

  /** One line on; at the exit, the same. */
  function forward(story, way) {
    return at(way, Math.min(way.step + 1, beats(story, last(way.nodes)).length));
  }

  /** One line back; from the first line after a decision to that decision. */
  function back(story, way) {
    if (way.step > 0) {
      return at(way, way.step - 1);
    }
    return way.took.length ? rewind(story, way, way.took.length - 1) : way;
  }

  /** To the end of the scene that is shown. */
  function skip(story, way) {
    return at(way, ends(story, last(way.nodes))[passed(story, way)]);
  }

  /** The way after an answer, counted as the node's targets stand. */
  function decide(story, way, answer) {
    const target = story.nodes[last(way.nodes)][2 + answer];
    return { nodes: way.nodes.concat(target), took: way.took.concat(answer), step: 0, met: way.met };
  }

  /** Back to a decision (from 0), with all answers open again. */
  function rewind(story, way, index) {
    const nodes = way.nodes.slice(0, index + 1);
    return { nodes: nodes, took: way.took.slice(0, index), step: beats(story, last(nodes)).length, met: way.met };
  }

  /** Every line on the way, to the one that is shown. @returns {Beat[]} */
  function heard(story, way) {
    return way.nodes.reduce(function (all, node, index) {
      const here = beats(story, node);
      return all.concat(index === way.nodes.length - 1 ? here.slice(0, way.step + 1) : here);
    }, []);
  }

  /** Every scene on the way, to the one that is shown. @returns {number[]} */
  function scenes(story, way) {
    return way.nodes.reduce(function (all, node, index) {
      const here = runOf(story, node).map(function (scene) { return scene[0]; });
      return all.concat(index === way.nodes.length - 1 ? here.slice(0, passed(story, way) + 1) : here);
    }, []);
  }

  /** What was decided: the scene, the exit, the answer, and of a telling whom and how. */
  function ways(story, way) {
    return way.took.map(function (answer, index) {
      const node = way.nodes[index];
      const exit = exitOf(story, node);
      const made = { index: index, scene: last(runOf(story, node))[0], exit: exit, answer: answer, adult: -1, text: -1, listens: false };
      if (exit.k === "tell") {
        const adult = exit.a[Math.floor(answer / exit.b.length)];
        return Object.assign(made, { adult: adult[0], listens: Boolean(adult[1]), text: exit.b[answer % exit.b.length] });
      }
      return Object.assign(made, { text: exit.o[answer][0] });
    });
  }

  /** Who has been told on the way. */
  function tellings(story, way) {
    return ways(story, way).filter(function (each) { return each.adult >= 0; });
  }

  /** The adults whom the player has come across, the first one first. @returns {number[]} */
  function adults(story, way) {
    const met = new Set(way.met);
    scenes(story, way).forEach(function (scene) {
      story.scenes[scene].meets.forEach(function (who) { met.add(who); });
      story.scenes[scene].people.forEach(function (person) { met.add(person[0]); });
    });
    heard(story, way).forEach(function (beat) { met.add(story.lines[beat.line].s); });
    return Array.from(met).filter(function (who) { return who >= 0 && story.cast[who].adult >= 0; });
  }

  /** The adults whom this very line made known. @returns {number[]} */
  function newlyMet(story, way) {
    const before = back(story, way);
    const known = before === way ? way.met : adults(story, before);
    return adults(story, way).filter(function (who) { return known.indexOf(who) < 0; });
  }

  /** The moments to see again: of scenes on the way, each person at most once while others are left. */
  function eyes(story, way) {
    const seen = scenes(story, way);
    const there = story.eyes.filter(function (each) { return seen.indexOf(each.of) >= 0; });
    const first = there.filter(function (each, index) {
      return there.findIndex(function (other) { return other.who === each.who; }) === index;
    });
    const chosen = Array.from(new Set(first.concat(there))).slice(0, 3);
    return there.filter(function (each) { return chosen.indexOf(each) >= 0; });
  }

  /** What tells one line from all others. @param {Beat} beat */
  function spot(beat) {
    return beat.scene + ":" + beat.line;
  }

  Beratta.walk = {
    begin: begin, moment: moment, forward: forward, back: back, skip: skip, decide: decide, rewind: rewind, heard: heard,
    scenes: scenes, ways: ways, tellings: tellings, adults: adults, newlyMet: newlyMet, eyes: eyes, spot: spot
  };
})();
