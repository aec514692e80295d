import type { Component } from "../bodies.ts";
import { componentTypes as types } from "../flags.ts";
import type { Message } from "../state/state.ts";
import { escapeHtml, markdownToHtml } from "./markdown.ts";
import { messageStyle } from "./message-style.ts";

/**
 * Messages as Discord lays them out, as a page: its sizes of text, gutters, containers, buttons and menus. What a browser
 * measures of it is what a person has to scroll.
 */
export function messagePage(messages: readonly Message[], { isDark = true } = {}): string {
  const body = messages.map(messageHtml).join("");
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${messageStyle}</style></head><body class="${isDark ? "dark" : "light"}">${body}</body></html>`;
}

function messageHtml(message: Message): string {
  const { author } = message;
  const initial = escapeHtml(author.username.charAt(0).toUpperCase());
  const content = message.content === "" ? "" : `<div class="text">${markdownToHtml(message.content)}</div>`;
  return `<article class="message" id="m${message.id}"><div class="avatar">${initial}</div>
<header><b>${escapeHtml(author.username)}</b>${author.bot ? '<span class="app">APP</span>' : ""}</header>
${content}${message.components.map(componentHtml).join("")}</article>`;
}

function componentHtml(component: Component): string {
  const inside = (): string => (component.components ?? []).map(componentHtml).join("");
  switch (component.type) {
    case types.container: {
      const { accent_color: accent } = component;
      const color = (typeof accent === "number" ? accent : 0).toString(16).padStart(6, "0");
      return `<section class="container" style="border-left-color:#${color}">${inside()}</section>`;
    }
    case types.textDisplay:
      return `<div class="text">${markdownToHtml(component.content ?? "")}</div>`;
    case types.section:
      return `<div class="section"><div>${inside()}</div>${component.accessory ? componentHtml(component.accessory) : ""}</div>`;
    case types.separator:
      return "<hr>";
    case types.actionRow:
      return `<div class="row">${inside()}</div>`;
    case types.button: {
      const label = escapeHtml([component.emoji?.name, component.label].filter(Boolean).join(" "));
      return `<button class="style-${component.style ?? 2}">${label}${component.style === 5 ? " ↗" : ""}</button>`;
    }
    case types.stringSelect:
      return `<div class="select"><span>${escapeHtml(component.placeholder ?? "")}</span><span>⌄</span></div>`;
    default:
      return "";
  }
}
