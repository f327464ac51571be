import { attributeOf, childrenOf, isElement, textOf, type Element, type Node } from './html-nodes.ts';

/** What a page has to get about in it, and what stands on every page of a site. */
const TAGS = new Set(['nav', 'button', 'select', 'search', 'footer', 'address']);
const ROLES = new Set(['navigation', 'contentinfo', 'search']);
/** Names that sites give to their ways about and their feet, 「パンくず」 among them. */
const NAMES = /^(?:(?:global|local|main|sub|foot|page|site)[-_]?)?(?:nav(?:i|igation)?|foot(?:er)?|bread[-_]?crumbs?|crumbs?|pankuzu|topic[-_]?path|copy[-_]?right|page[-_]?top|to[-_]?top|back[-_]?to[-_]?top|skip(?:[-_]?(?:link|nav))?|sns|share)$/i;

/** True for an element that is no part of the paper that its page holds. */
export function isPageFurniture(element: Element): boolean {
  const { tagName } = element;
  if (TAGS.has(tagName) || ROLES.has(attributeOf(element, 'role') ?? '')) return true;
  if (tagName === 'header') return isOf(element, 'body') && !holds(element, HEADING);
  if (tagName === 'p' && isJump(element)) return true;
  return tagName !== 'body' && [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/)].some((name) => NAMES.test(name));
}

const HEADING = /^h[1-6]$/;

function isOf({ parentNode }: Element, tagName: string): boolean {
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === tagName;
}

function holds(element: Element, name: RegExp): boolean {
  return childrenOf(element).some((child) => isElement(child) && name.test(child.tagName));
}

/** 「ページの先頭へ」: a paragraph that is nothing but a way to another place of the page. */
function isJump(paragraph: Element): boolean {
  const [own, ...rest] = childrenOf(paragraph).filter((child: Node) => (textOf(child) ?? 'element').trim() !== '');
  return own !== undefined && rest.length === 0 && isElement(own) && own.tagName === 'a' && attributeOf(own, 'href')?.startsWith('#') === true;
}
