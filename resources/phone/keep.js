// Keeps what was typed on this phone until the laptop has it, for a day at most. Everything works without.
(function () {
  "use strict";
  var DAY = 86400000, CARD = "fastmap-card", FIRM = "fastmap-firm", PREFIX = "fastmap-";
  // What belongs to a page and not to the answer. The card is no part of a draft: whoever goes on with one shows it again.
  var NOT_KEPT = { screen: 1, told: 1, key: 1, go: 1, script: 1, card: 1 };
  var page = document.body, file = page.getAttribute("data-file"), at = page.getAttribute("data-at");

  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function works(name) {
    try { var one = window[name]; one.setItem(PREFIX + "test", "1"); one.removeItem(PREFIX + "test"); return one; } catch (error) { return null; }
  }
  function add(form, name, value) {
    var one = document.createElement("input");
    one.type = "hidden"; one.name = name; one.value = value;
    form.appendChild(one);
  }
  function form(kind) { return document.querySelector("form[data-keep=" + kind + "]"); }

  var store = works("localStorage"), tab = works("sessionStorage");
  if (!store || !tab) { return; }

  // A page that answers a form: "back" and "reload" shall ask for it and not send the form again; the draft fills it.
  if (at && window.history.replaceState) {
    window.history.replaceState(null, "", at);
    each(document.querySelectorAll("form[method=post]"), function (one) { add(one, "script", "1"); });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { window.location.reload(); } });
  }
  if (!file) { return; }

  var name = PREFIX + "draft-" + file;
  function parsed(key) { try { return JSON.parse(store.getItem(key)) || {}; } catch (error) { return {}; } }
  function age(draft) { return Date.now() - draft.at; }
  Object.keys(store).forEach(function (key) {
    if (key.indexOf(PREFIX) === 0 && !(age(parsed(key)) >= 0 && age(parsed(key)) < DAY)) { store.removeItem(key); }
  });
  function forgetCard() { tab.removeItem(CARD); tab.removeItem(FIRM); }
  function forget() { store.removeItem(name); forgetCard(); }
  var found = parsed(name), draft = found.entries ? found : { key: "", entries: {} };
  function save() {
    draft.at = Date.now();
    try { store.setItem(name, JSON.stringify(draft)); } catch (error) { /* the page still has it */ }
  }
  function has() { return Object.keys(draft.entries).some(function (one) { return draft.entries[one].length; }); }

  if (document.querySelector("[data-keep=forget]")) { forget(); return; }

  // The start: somebody else may hold the phone by now. Nothing of a draft is shown before a person asks for it.
  var begun = form("begun"), anew = form("anew");
  if (anew) {
    forgetCard();
    anew.addEventListener("submit", forget);
    if (begun && has()) {
      begun.hidden = false;
      begun.elements.key.value = draft.key;
      Object.keys(draft.entries).forEach(function (one) {
        each(draft.entries[one], function (value) { add(begun, one, value); });
      });
      var button = anew.querySelector("button");
      button.className = ""; button.textContent = button.getAttribute("data-anew");
    }
    return;
  }

  var bare = form("bare"), shown = bare || form("form");
  if (!shown) { return; }

  // The draft fills them in, and the next person is offered nothing of this one's words.
  each(shown.elements, function (one) { one.setAttribute("autocomplete", "off"); });

  function unfold(one) {
    for (; one && one !== shown; one = one.parentNode) { if (one.tagName === "DETAILS") { one.open = true; } }
  }
  // The server has seen nothing of this page: the draft fills it in.
  // For whom this is, in the words of the screen before; they are of the card, and go with it.
  function tellFirm() {
    var line = document.querySelector("[data-firm]"), said = parsedFirm(), lang = document.documentElement.lang;
    if (!line || !tab.getItem(CARD) || said.card !== tab.getItem(CARD) || said.lang !== lang) { return; }
    line.textContent = said.words; line.hidden = false;
  }
  function parsedFirm() { try { return JSON.parse(tab.getItem(FIRM)) || {}; } catch (error) { return {}; } }
  function keepFirm() {
    var line = document.querySelector("[data-firm]"), card = shown.elements.card;
    if (!line || line.hidden || !card) { return; }
    tab.setItem(FIRM, JSON.stringify({ card: card.value, words: line.textContent, lang: document.documentElement.lang }));
  }
  function fill() {
    var seen = { card: !!document.getElementById("card") };
    shown.elements.key.value = draft.key;
    each(shown.elements, function (one) {
      var kept = draft.entries[one.name];
      if (!one.name || one.type === "hidden" || one.type === "submit") { return; }
      seen[one.name] = true;
      if (!kept || !kept.length) { return; }
      if (one.type === "checkbox") { one.checked = kept.indexOf(one.value) >= 0; } else { one.value = kept[0]; }
      unfold(one);
    });
    Object.keys(draft.entries).forEach(function (one) {
      if (!seen[one]) { each(draft.entries[one], function (value) { add(shown, one, value); }); }
    });
    var card = tab.getItem(CARD) || "";
    if (seen.card) { document.getElementById("card").value = card; } else if (card) { add(shown, "card", card); }
  }
  function keep() {
    var fresh = {};
    each(shown.elements, function (one) {
      if (one.name === "card") { tab.setItem(CARD, one.value); }
      if (!one.name || one.type === "submit" || one.type === "button" || NOT_KEPT[one.name]) { return; }
      fresh[one.name] = fresh[one.name] || [];
      if (one.value && (one.type !== "checkbox" || one.checked)) { fresh[one.name].push(one.value); }
    });
    // Of the same form a page that was left long ago may not know everything; another form begins anew.
    if (draft.key !== shown.elements.key.value) { draft = { key: shown.elements.key.value, entries: {} }; }
    Object.keys(fresh).forEach(function (one) { draft.entries[one] = fresh[one]; });
    save();
  }
  if (bare) {
    if (!draft.key) { window.location.replace(page.getAttribute("data-home")); return; }
    fill();
    tellFirm();
  } else { keep(); keepFirm(); }
  shown.addEventListener("input", keep);
  shown.addEventListener("change", keep);
  shown.addEventListener("submit", keep);
})();
