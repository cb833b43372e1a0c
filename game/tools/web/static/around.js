// A lesson's page that shows this one within itself: it hears which scene is read and whether the page is hidden, and nothing
// else. Nobody else hears anything: what is posted reaches a page of this very address, or nobody.
(function () {
  "use strict";

  const outer = window.parent !== window && location.protocol !== "file:" ? window.parent : null;
  const app = Beratta.app;
  let told = "";

  /** Tells what is shown now, once. */
  function tell() {
    const play = app.play;
    const moment = play && app.screen.name === "reading" ? Beratta.walk.moment(play.story, play.way) : null;
    say({ scene: moment ? play.story.scenes[moment.scene].id : "", hidden: app.hidden });
  }

  /** Whether all is left here, and the lesson's page with it. */
  function tellLeft() {
    say({ left: true });
    return outer !== null;
  }

  function say(news) {
    const said = JSON.stringify(news);
    if (outer && said !== told) {
      told = said;
      outer.postMessage(news, location.origin);
    }
  }

  // While the class looks at the board nothing is read aloud.
  window.addEventListener("message", function (event) {
    if (outer && event.source === outer && event.origin === location.origin && event.data && event.data.rest === true) {
      Beratta.hush();
    }
  });

  Object.assign(Beratta, { tellAround: tell, tellLeft: tellLeft });
})();
