"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new vis.DataSet(data.nodes);
const network = new vis.Network(document.getElementById("graph"), { nodes, edges: new vis.DataSet(data.edges) }, data.options);
network.once("stabilizationIterationsDone", () => network.setOptions({ physics: false }));
network.on("selectNode", ({ nodes: [id] }) => {
  const list = document.createElement("dl");
  for (const [name, value] of Object.entries(nodes.get(id).facts)) {
    const term = document.createElement("dt");
    term.textContent = name;
    const text = document.createElement("dd");
    text.textContent = value;
    list.append(term, text);
  }
  document.getElementById("facts").replaceChildren(list);
});
