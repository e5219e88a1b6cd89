/** What the page does: findings are shown by level and by part of the pipeline, each by buttons that say their state. */
export const SCRIPT = `
const state = { level: "all", stage: "" };
const articles = [...document.querySelectorAll("article")];
const groups = [...document.querySelectorAll("section.resource")];
const buttons = [...document.querySelectorAll("[data-level-filter]")];
const stages = [...document.querySelectorAll("[data-stage]")].filter((element) => element.getAttribute("role") === "button");
function show() {
    for (const article of articles) {
        const byLevel = state.level === "all" || article.dataset.level === state.level;
        const byStage = state.stage === "" || article.dataset.stage === state.stage;
        article.hidden = !(byLevel && byStage);
    }
    for (const group of groups) group.hidden = !group.querySelector("article:not([hidden])");
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.levelFilter === state.level));
    for (const stage of stages) stage.setAttribute("aria-pressed", String(stage.dataset.stage === state.stage));
    const shown = articles.filter((article) => !article.hidden).length;
    const told = document.getElementById("shown");
    if (told) told.textContent = shown === articles.length ? "" : shown + " of " + articles.length + " shown";
}
for (const button of buttons) button.addEventListener("click", () => { state.level = button.dataset.levelFilter; show(); });
for (const stage of stages) {
    const toggle = () => { state.stage = state.stage === stage.dataset.stage ? "" : stage.dataset.stage; show(); };
    stage.addEventListener("click", toggle);
    stage.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); }
    });
}
`;
