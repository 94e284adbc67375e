import Diagnostics
import JSONWriting
import PreviewServer

/// The findings as the panel reads them.
enum FindingsFile {
    /// Findings that are sent; nobody reads more.
    private static let maximumCount = 300

    static func content(of state: PreviewState, _ language: MessageLanguage) -> PreviewContent {
        let urlBySource = state.snapshot?.site.routes.urlBySource ?? [:]
        let findings = state.report.worstFirst.prefix(maximumCount).map { entry -> JSONValue in
            let finding = entry.diagnostic
            let path = finding.range?.file.path
            return .object([
                .init("severity", .string(finding.severity.rawValue)), .init("rule", .string(finding.rule.name)),
                .init("message", .string(finding.message[language])),
                .init("help", finding.help.map { .string($0[language]) } ?? .null),
                .init("place", place(of: entry).map { .string($0) } ?? .null),
                .init("line", TextRenderer.excerpt(of: entry).map { .string($0) } ?? .null),
                .init("url", (finding.url ?? path.flatMap { urlBySource[$0] }).map { .string($0) } ?? .null),
            ])
        }
        let value = JSONValue.object([
            .init("number", .integer(state.number)), .init("isStale", .bool(state.isStale)),
            .init("isChecked", .bool(state.isChecked)),
            .init("language", .string(language.rawValue)),
            .init("base", .string(state.snapshot?.site.configuration.baseURL.path ?? "/")),
            .init("total", .integer(state.report.entries.count)),
            .init("errors", .integer(state.report.count(of: .error))),
            .init("warnings", .integer(state.report.count(of: .warning))),
            .init("hints", .integer(state.report.count(of: .hint))), .init("findings", .array(findings)),
        ])
        return PreviewContent(bytes: value.bytes(), path: "findings.json")
    }

    /// `path:line:column`
    static func place(of entry: DiagnosticReport.Entry) -> String? {
        guard let range = entry.diagnostic.range, let start = entry.start else { return nil }
        return "\(range.file.path):\(start.line):\(start.column)"
    }
}
