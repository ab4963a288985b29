"use strict";
// The page's own namespace, and the making of elements. Text only ever goes in as text.
const kg = {};

kg.make = function (root, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") root.addEventListener("click", value);
    else if (name === "text") root.textContent = value;
    else root.setAttribute(name, value === true ? "" : value);
  }
  root.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return root;
};

kg.el = (tag, properties = {}, ...children) => kg.make(document.createElement(tag), properties, children);

kg.svg = (tag, properties = {}, ...children) =>
  kg.make(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);

kg.get = (id) => document.getElementById(id);

kg.button = (text, onclick, properties = {}) => kg.el("button", { type: "button", text, onclick, ...properties });
