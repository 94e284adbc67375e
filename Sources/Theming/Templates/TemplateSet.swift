import Diagnostics

/// The templates of a theme, checked against the views they read and ready to render.
struct TemplateSet: Sendable {
    private let programs: [PageKind: TemplateProgram]

    /// - Parameters:
    ///   - files: the theme's files by path.
    ///   - fallback: where to report a template that does not exist.
    /// - Returns: `nil` when a template is missing or wrong.
    static func load(
        _ files: [String: SourceFile], words: Words, fallback: SourceRange, findings: inout [Diagnostic]
    ) -> TemplateSet? {
        var own: [Diagnostic] = []
        var scanned: [String: [TemplateNode]] = [:]
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            guard path.hasPrefix("templates/"), path.hasSuffix(".mustache") else { continue }
            let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
            scanned[name] = TemplateScanner.scan(file, findings: &own)
        }
        var compiler = TemplateCompiler(templates: scanned, words: words)
        var programs: [PageKind: TemplateProgram] = [:]
        for kind in PageKind.allCases {
            if let program = compiler.program(for: kind) {
                programs[kind] = program
            } else {
                own.append(missing(kind, at: fallback))
            }
        }
        own += compiler.findings
        findings += own
        return own.isEmpty ? TemplateSet(programs: programs) : nil
    }

    /// The finished page.
    func render(_ context: PageContext, _ content: any ViewModel, as kind: PageKind) -> [UInt8] {
        // Loading made sure that every kind has its program.
        programs[kind]?.render([context, content]) ?? []
    }

    private static func missing(_ kind: PageKind, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .themeMissingFile, at: range,
            message: LocalizedText(
                zh: "主题缺少模板 templates/\(kind.rawValue).mustache。",
                en: "The theme lacks the template templates/\(kind.rawValue).mustache."))
    }
}
