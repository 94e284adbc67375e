import Text

/// SARIF 2.1.0 (OASIS), which code scanning services read. Columns count Unicode code points.
enum SARIFRenderer {
    static func document(_ report: DiagnosticReport, language: MessageLanguage) -> String {
        let rules = Set(report.entries.map(\.diagnostic.rule)).sorted { $0.name < $1.name }
        let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.name, $0.offset) })
        let fingerprints = report.fingerprints
        let results = report.entries.enumerated().map { index, entry in
            result(
                entry, ruleIndex: indices[entry.diagnostic.rule.name] ?? 0, fingerprint: fingerprints[index], language)
        }
        let document: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": ["name": "showcase", "rules": .array(rules.map { descriptor($0, language) })]],
                    "columnKind": "unicodeCodePoints", "results": .array(results),
                ]
            ],
        ]
        return String(decoding: document.bytes(isPretty: true), as: UTF8.self)
    }

    private static func descriptor(_ rule: Rule, _ language: MessageLanguage) -> JSONValue {
        [
            "id": .string(rule.name), "shortDescription": ["text": .string(rule.summary[language])],
            "fullDescription": [
                "text": .string(rule.summary[language] + (language == .en ? " " : "") + rule.reason[language])
            ],
            "help": ["text": .string(RuleText.explanation(of: rule, language: language))],
            "defaultConfiguration": ["level": .string(level(rule.severity))],
        ]
    }

    private static func result(
        _ entry: DiagnosticReport.Entry, ruleIndex: Int, fingerprint: String, _ language: MessageLanguage
    ) -> JSONValue {
        let finding = entry.diagnostic
        let text = finding.message[language] + (finding.help.map { "\n" + $0[language] } ?? "")
        var members: [JSONValue.Member] = [
            .init("ruleId", .string(finding.rule.name)), .init("ruleIndex", .integer(ruleIndex)),
            .init("level", .string(level(finding.severity))), .init("message", ["text": .string(text)]),
        ]
        if let place = finding.handedIn {
            members.append(.init("locations", [location(place, entry.start)]))
        } else {
            // Code scanning services refuse a result without a place; site.config stands for the site as a whole.
            let place = finding.range ?? SourceFile(path: "site.config", bytes: []).start
            members.append(.init("locations", [location(place, message: nil)]))
        }
        if !finding.related.isEmpty {
            let related = finding.related.map { location($0.range, message: $0.message[language]) }
            members.append(.init("relatedLocations", .array(related)))
        }
        members.append(.init("partialFingerprints", ["primaryLocationLineHash": .string(fingerprint)]))
        if let range = finding.range, let replacement = finding.replacement {
            let change: JSONValue = [
                "artifactLocation": artifact(range.file.path),
                "replacements": [["deletedRegion": region(range), "insertedContent": ["text": .string(replacement)]]],
            ]
            members.append(.init("fixes", [["artifactChanges": [change]]]))
        }
        return .object(members)
    }

    private static func location(_ range: SourceRange, message: String?) -> JSONValue {
        let physical: JSONValue = ["artifactLocation": artifact(range.file.path), "region": region(range)]
        guard let message else { return ["physicalLocation": physical] }
        return ["physicalLocation": physical, "message": ["text": .string(message)]]
    }

    /// A file that somebody handed in: a line of a text, a cell of a workbook by its name.
    private static func location(_ place: HandedInPlace, _ position: SourcePosition?) -> JSONValue {
        var physical: [JSONValue.Member] = [.init("artifactLocation", artifact(place.file))]
        guard place.isInText else {
            return [
                "physicalLocation": .object(physical),
                "logicalLocations": [["fullyQualifiedName": .string(place.spot ?? "")]],
            ]
        }
        if let position {
            physical.append(
                .init("region", ["startLine": .integer(position.line), "startColumn": .integer(position.column)]))
        }
        return ["physicalLocation": .object(physical)]
    }

    /// Paths are URIs relative to the site's folder (RFC 3986).
    private static func artifact(_ path: String) -> JSONValue {
        let unreserved = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let uri = path.utf8.map { byte in
            unreserved.contains(byte)
                ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
        return ["uri": .string(uri.joined())]
    }

    private static func region(_ range: SourceRange) -> JSONValue {
        let start = range.file.codePointPosition(ofByte: range.bytes.lowerBound)
        let end = range.file.codePointPosition(ofByte: range.bytes.upperBound)
        return [
            "startLine": .integer(start.line), "startColumn": .integer(start.column), "endLine": .integer(end.line),
            "endColumn": .integer(end.column),
        ]
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }
}
