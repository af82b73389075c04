// A mark that only this life of the worker holds: it is gone once the worker was really stopped.
globalThis.mark = 'fresh';

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'open', title: 'Open the fixture panel', contexts: ['all'] }, () => {
    globalThis.hasMenu = true;
  });
});

chrome.contextMenus.onClicked.addListener((_click, tab) => {
  // Before any await, or the click no longer counts as the person's gesture.
  chrome.sidePanel.open({ tabId: tab.id });
});

chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  console.log(`worker heard ${message}`);
  respond(globalThis.mark);
});
