import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// Finds the files of a theme that have no effect, most of them for a slip in their names.
enum UnusedThemeFiles {
    /// - Parameters:
    ///   - folders: the theme that a site names, then those it extends; only the first is looked at.
    ///   - stylesheets: the style sheets that are joined.
    ///   - includedTemplates: the templates that pages are made of.
    static func findings(
        in folders: [ThemeFolder], stylesheets: Set<String>, includedTemplates: Set<String>
    ) -> [Diagnostic] {
        guard let own = folders.first else { return [] }
        let inherited = folders.dropFirst().flatMap(\.files.keys)
        let known = Set(PageKind.allCases.map { "templates/\($0.rawValue).mustache" })
            .union(includedTemplates.map { "templates/\($0).mustache" }).union(inherited).union(fixed)
            .subtracting(own.files.keys)
        let used = includedTemplates.map { "templates/\($0).mustache" }.filter { own.files[$0] != nil }
        let isWithoutStyles = stylesheets.isEmpty
        return (isWithoutStyles ? withoutStyles(own) : [])
            + own.files.keys.sorted().compactMap { path in
                guard !isUsed(path, stylesheets, includedTemplates), let file = own.files[path] else { return nil }
                // That none is listed is one mistake.
                guard !(isWithoutStyles && path.hasPrefix("assets/")) else { return nil }
                return finding(path, file, known: known, used: used)
            }
    }

    /// The finding about a theme with style sheets none of which is listed.
    private static func withoutStyles(_ own: ThemeFolder) -> [Diagnostic] {
        guard let description = own.files["theme.yaml"], own.files.keys.contains(where: { $0.hasSuffix(".css") }) else {
            return []
        }
        return [
            Diagnostic(
                .themeUnusedFile, at: description.start,
                message: LocalizedText(
                    zh: "theme.yaml 没有用 stylesheets 列出样式文件，页面会没有样式。",
                    en: "theme.yaml lists no style sheets under stylesheets: pages have no style."),
                help: LocalizedText(
                    zh: "请按先后次序列出 assets 里的样式文件。", en: "List the style sheets below assets/ in their order."))
        ]
    }

    private static let fixed =
        ["theme.yaml", "certificate.yaml"] + SiteLanguage.allCases.map { "strings/\($0.rawValue).yaml" }

    private static func isUsed(_ path: String, _ stylesheets: Set<String>, _ includedTemplates: Set<String>) -> Bool {
        if fixed.contains(path) { return true }
        if path.hasPrefix("assets/") { return !path.hasSuffix(".css") || stylesheets.contains(path) }
        if path.hasPrefix("templates/"), path.hasSuffix(".mustache") {
            return includedTemplates.contains(String(path.dropFirst("templates/".count).dropLast(".mustache".count)))
        }
        return isNote(path)
    }

    /// Files for people, such as `README.md` and `LICENSE`.
    private static func isNote(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") || name.hasSuffix(".txt") || !name.contains(".") && name == name.uppercased()
    }

    private static func finding(_ path: String, _ file: SourceFile, known: Set<String>, used: [String]) -> Diagnostic {
        if path.hasPrefix("assets/") {
            return Diagnostic(
                .themeUnusedFile, at: file.start,
                message: LocalizedText(
                    zh: "样式文件“\(path)”不起作用：theme.yaml 的 stylesheets 里没有它。",
                    en: "The style sheet “\(path)” has no effect: stylesheets in theme.yaml does not list it."))
        }
        // The nearest path in the same folder is likelier than one elsewhere; a folder may be misspelt as well.
        let suggestion = NearestName.suggestion(for: path, among: known.sorted())
        return Diagnostic(
            .themeUnusedFile, at: file.start,
            message: LocalizedText(
                zh: "主题里的文件“\(path)”不起作用：没有页面用到它。",
                en: "The theme's file “\(path)” has no effect: no page uses it."),
            help: suggestion.map { LocalizedText(zh: "文件名是否应为“\($0)”？", en: "Should it be named “\($0)”?") }
                ?? NearestName.suggestion(for: path, among: used.sorted()).map {
                    LocalizedText(
                        zh: "起作用的是“\($0)”：要改动它，请改那个文件，再把这个删去。",
                        en: "“\($0)” is the one that is used: change that one, and remove this.")
                })
    }
}
