import Diagnostics

/// Any other text: `apply.md`, `about.md`, …
extension DocumentDeclaration {
    static let page = DocumentDeclaration(
        folder: nil, zh: "页面", en: "page", counted: nil,
        beginning: LocalizedText(zh: "请改写。", en: "Rewrite this."), [])
}
