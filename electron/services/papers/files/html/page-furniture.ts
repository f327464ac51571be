import { attributeOf, childrenOf, isElement, textOf, type Element, type Node } from './html-nodes.ts';

/** What a page has to get about in it, and what stands on every page of a site. */
const TAGS = new Set(['nav', 'button', 'select', 'search', 'footer', 'address']);
const ROLES = new Set(['navigation', 'contentinfo', 'search']);
/** Names that sites give to their ways about and their feet, 「パンくず」 among them. */
const NAMES = /^(?:(?:g|l|s|h|f|global|local|main|sub|side|head|header|foot|page|site)[-_]?)?(?:nav(?:i|igation)?|foot(?:er)?|bread[-_]?crumbs?|crumbs?|pankuzu|topic[-_]?path|copy[-_]?right|page[-_]?top|to[-_]?top|back[-_]?to[-_]?top|skip(?:[-_]?(?:link|nav))?|sns|share)$/i;

/** True for an element that is no part of the paper that its page holds. */
export function isPageFurniture(element: Element): boolean {
  const { tagName } = element;
  if (TAGS.has(tagName) || ROLES.has(attributeOf(element, 'role') ?? '')) return true;
  const names = [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/)];
  if (tagName === 'header') return isOf(element, 'body') && !holdsHeading(element);
  // A paper may have a head of its own that is called so; that of a site is ways to other pages.
  if (names.some((name) => HEADER.test(name)) && isOnlyLinks(element)) return true;
  if (tagName === 'p' && isJump(element)) return true;
  return tagName !== 'body' && names.some((name) => NAMES.test(name));
}

/** Names of what stands on top of every page of a site. */
const HEADER = /^(?:(?:global|site|page)[-_]?)?head(?:er)?(?:[-_]?(?:area|inner|wrap(?:per)?))?$/i;

function isOf({ parentNode }: Element, tagName: string): boolean {
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === tagName;
}

/** Whether a heading of the page stands in an element: one that is only the way to the site's first page is none. */
function holdsHeading(element: Element): boolean {
  return childrenOf(element).some((child) => isElement(child) && (/^h[1-6]$/.test(child.tagName) ? !isHomeLink(child) : holdsHeading(child)));
}

const isOnlyLinks = (element: Element): boolean => childrenOf(element).every((child) => (isElement(child) ? child.tagName === 'a' || isOnlyLinks(child) : (textOf(child) ?? '').trim() === ''));

/** 「<h1><a href="/">みなと市</a></h1>」 */
function isHomeLink(heading: Element): boolean {
  const [own, ...rest] = childrenOf(heading).filter((child: Node) => (textOf(child) ?? 'element').trim() !== '');
  return own !== undefined && rest.length === 0 && isElement(own) && own.tagName === 'a' && /^(?:https?:\/\/[^/]+)?(?:\.{0,2}\/)*(?:index\.\w+)?$/.test(attributeOf(own, 'href') ?? '#');
}

/** 「ページの先頭へ」: a paragraph that is nothing but a way to another place of the page. */
function isJump(paragraph: Element): boolean {
  const [own, ...rest] = childrenOf(paragraph).filter((child: Node) => (textOf(child) ?? 'element').trim() !== '');
  return own !== undefined && rest.length === 0 && isElement(own) && own.tagName === 'a' && attributeOf(own, 'href')?.startsWith('#') === true;
}
