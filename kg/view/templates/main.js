"use strict";
// The start: first the drawing, then what stands around it.
{
  const { view, language, id } = kg.readAddress();
  kg.state.view = view;
  kg.state.language = language;
  kg.prepareTime();
  kg.translate();
  kg.startDrawing();
  kg.startPanel();
  kg.startArticle();
  kg.startFilters();
  kg.startTimeline();
  kg.startSearch();
  kg.startTools();
  kg.startKeyboard();
  kg.startSharing();
  kg.startPrinting();
  if (id) kg.selectNode(id, { move: true });
}
