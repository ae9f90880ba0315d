// The standard rules, and where this house differs, each with its reason.
const bem = "[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?";
const noScheme = "colours are tokens: name one of tokens.css or hues.css";
const sides = "(left|right|top|bottom)";

export default {
  extends: ["stylelint-config-standard"],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // What the house adds.
    "color-named": ["never", { message: noScheme }],
    "color-no-hex": [true, { message: noScheme }],
    "declaration-no-important": true,
    "property-disallowed-list": [
      [`/^(margin|padding|border|inset)-${sides}/`, `/^${sides}$/`, "/^(min-|max-)?(width|height)$/"],
      { message: (name) => `${name} is physical: write the logical property, such as inline-size or margin-block-start` },
    ],
    "selector-max-id": 0,

    // Flat BEM, which Material's own names follow too.
    "selector-class-pattern": `^${bem}$`,
    "custom-property-pattern": `^${bem}$`,
    "keyframes-name-pattern": `^${bem}$`,

    // Range notation asks for a browser of 2023. A page without scripts is laid out in older ones too.
    "media-feature-range-notation": "prefix",
    // Names of fonts are names.
    "value-keyword-case": ["lower", { ignoreProperties: ["--app-serif", "--app-sans", "--app-sans-paper", "font-family", "src"] }],
    // Short rules stand on one line, and those that are about one thing together.
    "declaration-block-single-line-max-declarations": null,
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "rule-empty-line-before": null,
    // Rules are grouped by what they are about; most only outweigh one of Material's, and never meet each other.
    "no-descending-specificity": null,
  },
  // Colours of the screen, and of paper.
  overrides: [{ files: ["**/tokens.css", "**/hues.css", "**/print.css"], rules: { "color-no-hex": null } }],
};
