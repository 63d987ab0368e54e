import { childOf, type Element } from '../xml.js';

/** A switch of Office Open XML (17.17.4): there and not told to be off. */
export const isOn = (properties: Element | undefined, name: string): boolean => {
  const element = childOf(properties, name);
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(element));
};

/** The `w:val` of an element; empty where it has none. */
export const valueOf = (element: Element | undefined): string => element?.attributes['w:val'] ?? '';

/** Whether a run, paragraph or cell is shaded (17.3.5), so that pale letters can be seen on it. */
export function hasGround(properties: Element | undefined): boolean {
  const shade = childOf(properties, 'shd');
  const isPattern = !['', 'clear', 'nil'].includes(valueOf(shade));
  return shade !== undefined && (isPattern || !/^(?:auto|f{6}|)$/i.test(shade.attributes['w:fill'] ?? ''));
}

/** A letter of fewer half points than this is a dot. */
const smallest = 4;

/** …and one set to fewer parts of a hundred of its width a line. */
const narrowest = 20;
/** Each of its three parts is as light as this: no eye tells it from paper. */
const palest = 0xf0;

/** Whether a colour is that of the page: by its value, or as the ground of the theme (17.18.97). */
function isWhite(colour: Element | undefined): boolean {
  if (!colour) return false;
  const { 'w:themeColor': theme = '', 'w:themeShade': shade } = colour.attributes;
  if (theme !== '') return /^(?:background1|light1)$/.test(theme) && shade === undefined;
  const parts = /^[\da-f]{6}$/i.test(valueOf(colour)) ? [0, 2, 4].map((at) => Number.parseInt(valueOf(colour).slice(at, at + 2), 16)) : [];
  return parts.length > 0 && parts.every((part) => part >= palest);
}

/** Whether a run's characters do not tell what is seen: struck out, above or below its line, too small, or as pale as the page and not on a ground. */
export function isOdd(properties: Element | undefined, isOnGround = false): boolean {
  if (!properties) return false;
  const isRaised = ['superscript', 'subscript'].includes(valueOf(childOf(properties, 'vertAlign'))) || (Number.parseInt(valueOf(childOf(properties, 'position')), 10) || 0) !== 0;
  const isStruck = isOn(properties, 'strike') || isOn(properties, 'dstrike');
  const isPale = isWhite(childOf(properties, 'color')) && !isOnGround && !hasGround(properties) && !isOn(properties, 'highlight');
  const isTiny = Number.parseInt(valueOf(childOf(properties, 'sz')), 10) < smallest || Number.parseInt(valueOf(childOf(properties, 'w')), 10) < narrowest;
  return isRaised || isStruck || isPale || isTiny;
}
