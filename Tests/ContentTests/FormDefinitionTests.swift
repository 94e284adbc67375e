import Content
import Forms
import Foundation
import Testing

@Suite("Form definitions")
struct FormDefinitionTests {
    /// Findings as `line:column rule` of a form with these rows, at four columns of 40 mm.
    private func findings(_ rows: String, columns: String = "[40, 40, 40, 40]") throws -> [String] {
        let text = "title: 表\nversion: \"2020\"\nsections:\n- columns: \(columns)\n  rows:\n\(rows)"
        return try load(text).diagnostics.filter { $0.range?.file.path.hasSuffix("form.yaml") == true }.map {
            "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.rule.name)"
        }
    }

    private func load(_ form: String, page: String = "---\ntitle: 表\nversion: \"2020\"\n---\n") throws
        -> SiteLoader.Result
    {
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/forms/a/form.yaml": form, "content/forms/a/index.md": page,
        ]
        return try SiteLoader.load(.memory(files.filter { !$0.value.isEmpty }.mapValues { Array($0.utf8) }), jobs: 1)
    }

    @Test(
        "cells that do not fill a row, or go beyond it, are told at the row",
        arguments: [
            "{label: 甲}, {field: {name: a, type: text}}", "{label: 甲, span: 5}", "{label: 甲, span: 4, row_span: 2}",
        ])
    func grid(cells: String) throws {
        let findings = try findings("  - cells: [\(cells)]\n")
        #expect(findings == ["6:5 form/grid"])
    }

    @Test("columns that are wider than the page are told at the first")
    func widths() throws {
        let findings = try findings("  - cells: [{label: 甲, span: 4}]\n", columns: "[100, 100]")
        #expect(findings.contains("4:13 form/grid"))
    }

    @Test(
        "a field's name, label and limits are told where they are wrong",
        arguments: [
            ("{label: 甲}, {field: {name: a, type: text}, span: 3}", nil),
            ("{label: 甲}, {field: {name: 1️⃣班组, type: text}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: 1️⃣choice}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: number, minimum: 5, maximum: 1️⃣1}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: 1️⃣txt}, span: 3}", "meta/type"),
            ("{label: 甲}, {field: {name: a, type: choice, choices: [是, 1️⃣是]}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: text, choices: [1️⃣是, 否]}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: text, minimum: 1️⃣1}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: 1️⃣stamp, required: true}, span: 3}", "form/field"),
            ("{label: 甲}, {field: {name: a, type: date, to: 1️⃣year}, span: 3}", "form/field"),
            (
                "{label: 甲}, {field: {name: a, type: text, to: team}}, {label: 乙}, {field: {name: b, type: text, to: 1️⃣team}}",
                "form/field"
            ),
            (
                "{label: 甲}, {field: {name: a, type: long-text, parts: [{name: b, title: 丙}, {1️⃣name: c, title: 丙}]}, span: 3}",
                "form/field"
            ),
            ("{label: 甲}, {1️⃣fields: [], span: 3}", "form/field"),
            (
                "{label: 甲}, {field: {name: a, type: long-text, minimum: 1️⃣\(String(repeating: "9", count: 300))}, span: 3}",
                "form/field"
            ),
            ("{label: 甲}, {field: {name: a, type: 1️⃣total}, span: 3}", "form/field"),
            (
                "{label: 甲}, {field: {name: a, type: number, maximum: 5}}, {field: {name: b, type: total, label: 乙}, span: 2}",
                nil
            ),
        ])
    func fields(cells: String, rule: String?) throws {
        let row = "  - cells: [\(cells)]\n"
        let findings = try findings(row.replacing("1️⃣", with: ""))
        let column = row.range(of: "1️⃣").map { row.distance(from: row.startIndex, to: $0.lowerBound) + 1 }
        #expect(findings == (rule.map { ["6:\(column ?? 0) \($0)"] } ?? []))
    }

    @Test("a field without a label is told at its row")
    func unlabelled() throws {
        let findings = try findings("  - cells: [{field: {name: a, type: text}, span: 4}]\n")
        #expect(findings == ["6:5 form/field"])
    }

    @Test("a field takes the label to its left, else above; of several in a cell each has its own")
    func labels() throws {
        let rows =
            "  - cells: [{label: 甲}, {field: {name: a, type: text}}, {label: 乙, span: 2}]\n"
            + "  - cells: [{text: 说明, span: 2}, {field: {name: b, type: text}, span: 2}]\n"
        let text = "title: 表\nversion: \"2020\"\nsections:\n- columns: [40, 40, 40, 40]\n  rows:\n\(rows)"
        let form = try #require(try load(text).content?.documents[.form].first?.definition?.value)
        #expect(form.fields.map(\.label.chinese) == ["甲", "乙"])
    }

    @Test("a version that differs from the page's, and a definition without a page, are told")
    func page() throws {
        let form = "title: 表\nversion: \"2021\"\nsections:\n- columns: [40]\n  rows:\n  - cells: [{label: 甲}]\n"
        let differing = try load(form).diagnostics.map(\.rule.name)
        #expect(differing.contains("form/field"))
        let alone = try load(form, page: "").diagnostics.filter { $0.severity == .error }.map(\.rule.name)
        #expect(alone == ["file/misplaced"])
    }
}
