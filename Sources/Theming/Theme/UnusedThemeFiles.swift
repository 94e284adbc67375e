import Content
import Diagnostics

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
        return own.files.keys.sorted().compactMap { path in
            guard !isUsed(path, stylesheets, includedTemplates), let file = own.files[path] else { return nil }
            return finding(path, file, known: known)
        }
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

    private static func finding(_ path: String, _ file: SourceFile, known: Set<String>) -> Diagnostic {
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
            help: suggestion.map { LocalizedText(zh: "文件名是否应为“\($0)”？", en: "Should it be named “\($0)”?") })
    }
}
