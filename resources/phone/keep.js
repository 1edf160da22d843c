// Keeps what was typed on this phone until the laptop has it, and lets a phone vote once per ballot. Everything works without.
(function () {
  "use strict";
  var store;
  try { store = window.localStorage; store.setItem("fastmap-test", "1"); store.removeItem("fastmap-test"); } catch (error) { return; }
  var room = window.location.pathname.split("/")[1] || "";
  var draft = "fastmap-draft-" + room;
  function read(key) { try { return JSON.parse(store.getItem(key)); } catch (error) { return null; } }
  function save() { try { store.setItem(draft, JSON.stringify(kept)); } catch (error) { /* the page still has it */ } }
  function unfold(one) {
    for (; one && one !== form; one = one.parentNode) { if (one.tagName === "DETAILS") { one.open = true; } }
  }
  function each(list, act) { Array.prototype.forEach.call(list, act); }

  if (document.querySelector("[data-keep=forget]")) { store.removeItem(draft); return; }

  var ballot = document.querySelector("[data-ballot]");
  if (ballot) {
    var name = "fastmap-vote-" + ballot.getAttribute("data-ballot");
    if (store.getItem(name)) { ballot.value = store.getItem(name); } else { store.setItem(name, ballot.value); }
  }

  var kept = read(draft) || {};
  // One key from the first page to the last, also after a reload: the laptop then knows that it is the same answer.
  each(document.querySelectorAll("input[data-keep=key]"), function (one) {
    if (kept["/key"]) { one.value = kept["/key"]; } else { kept["/key"] = one.value; save(); }
  });
  var form = document.querySelector("form[data-keep=form]");
  if (!form) { return; }
  // The page itself carries what the server has seen. After a reload it has seen nothing: then the phone's draft fills in.
  each(form.elements, function (one) {
    if (!one.name || one.type === "hidden" || one.type === "submit" || !(one.name in kept)) { return; }
    if (one.type === "checkbox") { one.checked = kept[one.name].indexOf(one.value) >= 0; }
    else if (one.value === "" && kept[one.name].length) { one.value = kept[one.name][0]; }
    if (kept[one.name].length) { unfold(one); }
  });
  var shown = {};
  each(form.elements, function (one) { shown[one.name] = true; });
  Object.keys(kept).forEach(function (name) {
    if (shown[name] || name === "/key") { return; }
    each(kept[name], function (value) {
      var one = document.createElement("input");
      one.type = "hidden"; one.name = name; one.value = value;
      form.appendChild(one);
    });
  });
  function keep() {
    each(form.elements, function (one) {
      if (!one.name || one.type === "submit" || one.type === "button" || one.name === "screen" || one.name === "told" || one.name === "key") { return; }
      if (one.type === "checkbox") {
        kept[one.name] = (kept[one.name] || []).filter(function (value) { return value !== one.value; });
        if (one.checked) { kept[one.name].push(one.value); }
      } else { kept[one.name] = one.value ? [one.value] : []; }
    });
    save();
  }
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", keep);
})();
