import Diagnostics
import Rules
import SiteModel

/// The templates of a theme, checked against the views they read and ready to render.
struct TemplateSet: Sendable {
    private let programs: [PageKind: TemplateProgram]

    /// What became of the templates of a theme.
    struct Loading {
        /// `nil` when a template is missing or wrong.
        let set: TemplateSet?
        /// The names of the templates that pages are made of.
        let included: Set<String>
        /// The words that they ask for.
        let usedWords: Set<String>
    }

    /// - Parameters:
    ///   - files: the theme's files by path, as text.
    ///   - words: `nil` when they could not be read.
    ///   - fallback: where to report a template that does not exist.
    ///   - isComplete: whether all files of the theme could be read; else none is said to be missing.
    static func load(
        _ files: [String: SourceFile], words: Words?, fallback: SourceRange, isComplete: Bool = true,
        limits: TemplateLimits = TemplateLimits(), findings: inout [Diagnostic]
    ) -> Loading {
        var own: [Diagnostic] = []
        var scanned: [String: [TemplateNode]] = [:]
        var broken: Set<String> = []
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            guard path.hasPrefix("templates/"), path.hasSuffix(".mustache") else { continue }
            let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
            let before = own.count
            scanned[name] = TemplateScanner.scan(file, limits: limits, findings: &own)
            // What is wrong with its tags comes first, as they decide what is markup.
            if own.count == before, let unclosed = UnclosedMarkup.finding(in: file) { own.append(unclosed) }
            if own.count > before { broken.insert(name) }
        }
        let names = TemplateNames(scanned)
        var compiler = TemplateCompiler(templates: scanned, words: words, limits: limits)
        var programs: [PageKind: TemplateProgram] = [:]
        for kind in PageKind.allCases where !compiler.isExhausted {
            // Where a tag is broken, what else seems wrong mostly follows from that.
            guard names.included(by: [kind.rawValue]).isDisjoint(with: broken) else { continue }
            if let program = compiler.program(for: kind) {
                programs[kind] = program
            } else if isComplete {
                own.append(missing(kind, at: fallback, near: scanned.keys.sorted()))
            }
        }
        // Without a part that could not be read, what it has is not missing.
        own += isComplete ? compiler.findings : compiler.findings.filter { $0.rule == .templateLimit }
        findings += own
        let isUsable = own.isEmpty && programs.count == PageKind.allCases.count
        return Loading(
            set: isUsable ? TemplateSet(programs: programs) : nil,
            included: names.included(by: PageKind.allCases.map(\.rawValue)), usedWords: compiler.usedWords)
    }

    /// The finished page.
    func render(_ context: PageContext, _ content: any ViewModel, as kind: PageKind) -> TemplateProgram.Rendering {
        // Loading made sure that every kind has its program.
        programs[kind]?.render([context, content]) ?? TemplateProgram.Rendering(page: [], cut: nil)
    }

    /// Where a byte of a page comes from in the templates.
    func origin(
        ofByte offset: Int, count: Int, _ context: PageContext, _ content: any ViewModel, as kind: PageKind
    ) -> TemplateOrigin? {
        programs[kind]?.origin(ofByte: offset, count: count, in: [context, content])
    }

    private static func missing(_ kind: PageKind, at range: SourceRange, near names: [String]) -> Diagnostic {
        let kinds = Set(PageKind.allCases.map(\.rawValue))
        let near = NearestName.suggestion(for: kind.rawValue, among: names.filter { !kinds.contains($0) })
        return Diagnostic(
            .themeMissingFile, at: range,
            message: LocalizedText(
                zh: "主题缺少模板 templates/\(kind.rawValue).mustache。",
                en: "The theme lacks the template templates/\(kind.rawValue).mustache."),
            help: near.map {
                LocalizedText(
                    zh: "templates/\($0).mustache 的名称是否写错了？", en: "Is templates/\($0).mustache misspelt?")
            })
    }
}
