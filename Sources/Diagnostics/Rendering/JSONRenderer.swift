import Text

/// One JSON object for a finding.
enum JSONRenderer {
    static func line(_ entry: DiagnosticReport.Entry, language: MessageLanguage) -> String {
        let diagnostic = entry.diagnostic
        var members: [JSONValue.Member] = [
            .init("rule", .string(diagnostic.rule.name)), .init("severity", .string(diagnostic.severity.rawValue)),
        ]
        if let path = diagnostic.path { members.append(.init("file", .string(path))) }
        if let start = entry.start, let end = entry.end {
            members += [
                .init("line", .integer(start.line)), .init("column", .integer(start.column)),
                .init("endLine", .integer(end.line)), .init("endColumn", .integer(end.column)),
            ]
        }
        if let place = diagnostic.handedIn, !place.isInText, let spot = place.spot {
            members.append(.init("place", .string(spot)))
        }
        members.append(.init("message", .string(diagnostic.message[language])))
        if let help = diagnostic.help { members.append(.init("help", .string(help[language]))) }
        if let url = diagnostic.url { members.append(.init("url", .string(url))) }
        if let fix = diagnostic.replacement { members.append(.init("fix", .string(fix))) }
        if diagnostic.count > 1 { members.append(.init("count", .integer(diagnostic.count))) }
        return JSONValue.object(members).text
    }
}
