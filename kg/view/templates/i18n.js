"use strict";
// Texts, labels and dates in the language of the page.
kg.t = function (name, ...values) {
  const table = kg.texts[kg.state.language];
  const text = Object.hasOwn(table, name) ? table[name] : undefined;
  return typeof text === "function" ? text(...values) : text;
};

// A label is one text, or a table of texts by language.
kg.say = function (label) {
  if (label === undefined || label === null) return "";
  if (typeof label === "string") return label;
  return label[kg.state.language] ?? label.nl ?? label.en ?? Object.values(label)[0] ?? "";
};

// The language a label is said in, if it is not that of the page.
kg.tongue = function (label) {
  if (!label || typeof label === "string" || kg.state.language in label) return null;
  return "nl" in label ? "nl" : Object.keys(label)[0] || null;
};

kg.term = (name) => kg.say(kg.data.terms[name]) || name;

kg.capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

kg.translate = function (root = document) {
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = kg.t(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", kg.t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = kg.t(element.dataset.label);
  }
  for (const element of root.querySelectorAll("[data-hint]")) element.placeholder = kg.t(element.dataset.hint);
  document.documentElement.lang = kg.state.language;
};

kg.day = function (text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? new Date(Date.UTC(+match[1], match[2] - 1, +match[3])) : null;
};

kg.formatter = (options) => new Intl.DateTimeFormat(kg.state.language === "nl" ? "nl-NL" : "en-GB", { timeZone: "UTC", ...options });

// "2025-07-01" and "2025-07-31" are "juli 2025"; what is no date stays as it is.
kg.period = function ([first, last]) {
  const [start, end] = [kg.day(first), kg.day(last)];
  if (!start || !end) return first === last ? first : `${first} – ${last}`;
  const day = kg.formatter({ day: "numeric", month: "short", year: "numeric" });
  if (first === last) return day.format(start);
  if (first.endsWith("-01-01") && last.endsWith("-12-31")) {
    return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)} – ${last.slice(0, 4)}`;
  }
  const after = new Date(end.getTime() + 86400000);
  if (first.endsWith("-01") && after.getUTCDate() === 1 && first.slice(0, 7) === last.slice(0, 7)) {
    return kg.formatter({ month: "long", year: "numeric" }).format(start);
  }
  return start < end ? day.formatRange(start, end) : `${first} – ${last}`;
};

// A date as the graph has it: a day, a month or a year.
kg.date = function (text) {
  if (/^\d{4}$/.test(text)) return text;
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month && +month[2] >= 1 && +month[2] <= 12) {
    return kg.formatter({ month: "long", year: "numeric" }).format(new Date(Date.UTC(+month[1], month[2] - 1, 1)));
  }
  const day = kg.day(text.slice(0, 10));
  return day && !Number.isNaN(day.getTime()) ? kg.formatter({ day: "numeric", month: "long", year: "numeric" }).format(day) : text;
};
