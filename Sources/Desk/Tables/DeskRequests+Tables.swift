import Content
import Diagnostics
import Editing
import Fields
import Pipeline
import Preview
import Text
import Values

extension DeskRequests {
    /// A year's roster as a table.
    func roster(of year: String, _ site: DeskSite) throws -> JSONValue {
        guard let number = Int(year), (1900...2199).contains(number) else {
            throw DeskRefusal(.invalid, zh: "请写年份，如 2026。", en: "Write a year, such as 2026.")
        }
        let path = "content/awards/\(number)/roster.csv"
        // The list of a year that has none yet is made when it is saved for the first time.
        if workspace.look(path) == nil, let place = DeskPath(path),
            site.snapshot?.content.editions.contains(where: { $0.year.value == number }) ?? false
        {
            let none = DeskText(place, nil, site.language)
            return .object(tableDescription(of: none, [], number: site.state.number, site))
        }
        return try table(at: path, site)
    }

    /// A file as a table; one that can only be edited as text comes without rows, and with the reason.
    func table(at path: String, _ site: DeskSite) throws -> JSONValue {
        let text = try opened(path, site)
        let entries = site.state.report.entries.filter { $0.diagnostic.range?.file.path == path }
        return .object(tableDescription(of: text, entries, number: site.state.number, site))
    }

    /// Writes the edits of a table, over the version that the page has open and over no other.
    func tableSaved(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        let (text, outcome) = try save(message, site)
        let state = session.refresh()
        let entries = state.report.entries.filter { $0.diagnostic.range?.file.path == text.path.text }
        return .object(
            outcome.json(site.words)
                + tableDescription(
                    of: text, entries, number: state.number, DeskSite(state: state, words: site.words)))
    }

    private func tableDescription(
        of text: DeskText, _ entries: [DiagnosticReport.Entry], number: Int, _ site: DeskSite
    ) -> [JSONValue.Member] {
        let findings = FindingDescription(of: text, site)
        var members: [JSONValue.Member] = [
            .init("path", .string(text.path.text)), .init("digest", .string(text.digest)),
            .init("number", .integer(number)), .init("findings", .array(entries.map(findings.json))),
        ]
        if case .roster(let year) = SitePath(text.path.text).map(ContentKind.init(path:)) {
            members.append(.init("year", .integer(year)))
        }
        do throws(EditRefusal) {
            let table = try DeskTable(text, site.language)
            let fields = FieldDescription(words: site.words, language: site.language)
            return members + [
                .init("isEditable", .bool(true)), .init("why", .null),
                .init("columns", .array(table.columns.map { fields.column($0.key, $0.name, $0.field) })),
                .init(
                    "rows",
                    .array(table.rows.map { .object([.init("cells", .array($0.map(JSONValue.string)))]) })),
            ]
        } catch {
            return members + [
                .init("isEditable", .bool(false)), .init("why", .string(error.message[site.words])),
                .init("columns", .array([])), .init("rows", .array([])),
            ]
        }
    }
}

extension FieldDescription {
    /// A column of a table.
    func column(_ key: String, _ name: LocalizedText, _ field: FieldSchema?) -> JSONValue {
        var members: [JSONValue.Member] = [.init("key", .string(key))]
        if let field {
            members += declaration(of: field).filter {
                ["type", "isRequired", "help", "example", "choices"].contains($0.name)
            }
        } else {
            members += [.init("type", "text"), .init("isRequired", .bool(false))]
        }
        return .object(members + [.init("label", .string(name[words])), .init("isReadOnly", .bool(false))])
    }
}
