/* What has to happen around an htmx swap, for people who do not see the page change:
   - while fetching, <html data-busy> shows the busy line;
   - after the swap, the text of [data-announce] in the new content is read out;
   - focus that disappeared with the old content goes to [data-focus], or else to the new content itself;
   - an answer that came from another page (logged out, stored and sent on) is opened as that page;
   - an answer that failed is told above the content, which stays as it was. */
(function () {
  "use strict";
  const root = document.documentElement;
  let waiting = 0;

  function busy(step) {
    waiting = Math.max(0, waiting + step);
    root.toggleAttribute("data-busy", waiting > 0);
  }

  function say(text) {
    const region = document.getElementById("aankondiging");
    if (region && text) { region.textContent = text.trim(); }
  }

  function warn(text) {
    const region = document.getElementById("meldingen");
    if (!region) { return; }
    const alert = document.createElement("div");
    alert.className = "utrecht-alert utrecht-alert--error pvi-alert";
    alert.dataset.failed = "";
    alert.append(Object.assign(document.createElement("p"), { textContent: text }));
    region.replaceChildren(alert);
  }

  function keepFocus(target) {
    if (!target || (document.activeElement && document.activeElement !== document.body)) { return; }
    const next = target.querySelector("[data-focus]") || target;
    if (!next.hasAttribute("tabindex")) { next.setAttribute("tabindex", "-1"); }
    next.focus({ preventScroll: true });
  }

  document.addEventListener("htmx:before:request", () => busy(1));
  document.addEventListener("htmx:finally:request", () => busy(-1));

  document.addEventListener("htmx:before:response", (event) => {
    const { request, response } = event.detail.ctx;
    const asked = new URL(request.action, location.href).pathname;
    if (response.raw.redirected && new URL(response.raw.url).pathname !== asked) {
      event.preventDefault();
      location.assign(response.raw.url);
    }
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const { target, response } = event.detail.ctx;
    if (response && response.status >= 400 && response.status !== 422) { return; }
    const place = target && target.isConnected ? target : target && document.getElementById(target.id);
    const spoken = place && (place.matches("[data-announce]") ? place : place.querySelector("[data-announce]"));
    document.getElementById("meldingen")?.querySelector("[data-failed]")?.remove();
    say(spoken ? spoken.dataset.announce || spoken.textContent : "");
    keepFocus(place);
  });

  document.addEventListener("htmx:response:error", (event) => {
    if (event.detail.ctx.response.status === 422) { return; }
    warn("Het ophalen is niet gelukt. Er is niets veranderd. Probeer het opnieuw of laad de pagina opnieuw.");
  });
  document.addEventListener("htmx:error", () => warn("Er is geen verbinding met de monitor. Probeer het straks opnieuw."));
}());
