/** The style of the page: system fonts, light and dark by the reader's setting, one column when narrow. */
export const STYLE = `
:root {
    color-scheme: light dark;
    --page: #ffffff; --card: #f6f8fa; --text: #1c2128; --faint: #59636e; --edge: #d0d7de;
    --mandatory: #b42318; --mandatory-soft: #fdecea; --advisory: #8a5a00; --advisory-soft: #fff4dd;
    --clean: #1a7f37; --clean-soft: #e8f6ec; --link: #0550ae;
}
@media (prefers-color-scheme: dark) {
    :root {
        --page: #12161b; --card: #1b2129; --text: #e6edf3; --faint: #9aa5b1; --edge: #36404b;
        --mandatory: #ff8f85; --mandatory-soft: #3a1d1b; --advisory: #f0c060; --advisory-soft: #352a12;
        --clean: #6fd08c; --clean-soft: #17301f; --link: #79b8ff;
    }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; overflow-wrap: anywhere; }
h2 small { font-weight: normal; color: var(--faint); }
a { color: var(--link); }
.sum { color: var(--faint); margin: 0 0 1rem; }
.drawing { overflow-x: auto; border: 1px solid var(--edge); border-radius: 10px; padding: .5rem; }
.drawing svg { display: block; width: 100%; min-width: 38rem; height: auto; font: inherit; }
svg rect { fill: var(--card); stroke: var(--edge); stroke-width: 1.5; }
svg text { fill: var(--text); text-anchor: middle; }
svg .name { font-weight: 600; font-size: 15px; }
svg .count { font-size: 13px; fill: var(--faint); }
svg .line { fill: none; stroke: var(--faint); stroke-width: 1.5; }
svg .dashed { stroke-dasharray: 4 4; }
svg .tip { fill: var(--faint); }
.stage { cursor: pointer; }
.stage:focus-visible rect, .stage[aria-pressed="true"] rect { stroke: var(--link); stroke-width: 3; }
.stage:focus { outline: none; }
.stage.mandatory rect { fill: var(--mandatory-soft); stroke: var(--mandatory); }
.stage.mandatory .count { fill: var(--mandatory); }
.stage.advisory rect { fill: var(--advisory-soft); stroke: var(--advisory); }
.stage.advisory .count { fill: var(--advisory); }
.stage.clean rect { fill: var(--clean-soft); stroke: var(--clean); }
.stage.absent rect { stroke-dasharray: 5 4; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0 0; }
.filters button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 999px; padding: .3rem .9rem; cursor: pointer; }
.filters button[aria-pressed="true"] { background: var(--text); color: var(--page); border-color: var(--text); }
article { background: var(--card); border: 1px solid var(--edge); border-left: 5px solid var(--advisory); border-radius: 8px; padding: .8rem 1rem; margin: .75rem 0; }
article.mandatory { border-left-color: var(--mandatory); }
article h3 { font-size: 1rem; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
article p { margin: .5rem 0 0; overflow-wrap: anywhere; }
.level { font-size: .8rem; font-weight: 600; color: var(--advisory); }
.mandatory .level { color: var(--mandatory); }
.place { color: var(--faint); font: .85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: .6rem 0 0; padding: .5rem .75rem; background: var(--page); border: 1px solid var(--edge); border-radius: 6px; overflow-x: auto; font: .85rem/1.5 ui-monospace, monospace; }
pre .number { color: var(--faint); user-select: none; }
mark { background: var(--mandatory-soft); color: inherit; border-bottom: 2px solid var(--mandatory); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--edge); overflow-wrap: anywhere; }
.nothing { color: var(--clean); font-weight: 600; }
[hidden] { display: none !important; }
@media (max-width: 40rem) {
    h1 { font-size: 1.25rem; }
    thead { display: none; }
    td { display: block; border: 0; padding: .1rem 0; }
    tr { display: block; border-bottom: 1px solid var(--edge); padding: .5rem 0; }
}
`;
