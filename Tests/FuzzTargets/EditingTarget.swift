import Editing

/// A file that is edited by its fields, and the same bytes as a table: an edit is made as it was meant, or refused.
enum EditingTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        documents(bytes, at: "content/awards/2020/zj-001.md") + documents(bytes, at: "content/enterprises.yaml")
            + tables(bytes)
    }

    private static func documents(_ bytes: [UInt8], at path: String) -> [String] {
        guard let document = try? EditableDocument(path: path, bytes: bytes, language: .chinese) else { return [] }
        let edits: [DocumentEdit] = [
            .set([.field("title")], .text("新: 标题")), .set([.field("training"), .field("rate")], .text("98")),
            .clear([.field("summary")]), .add([.field("methods")], .text("a\nb"), at: 0),
            .remove([.field("indicators"), .item(0)]), .move([.field("indicators"), .item(1)], to: 0),
            .add([], .record([.init("id", .text("x"))]), at: 0), .remove([.item(0)]), .move([.item(0)], to: 1),
            .set([.item(0), .field("parent"), .field("id")], .text("#1")),
        ]
        return edits.compactMap { edit in
            guard let edited = try? document.applying([edit]) else { return nil }
            let again = try? EditableDocument(path: path, bytes: edited.bytes, language: .chinese)
            let isRight = again.map { $0.value == document.value.applying(edit) } ?? false
            return isRight ? nil : "an edit of fields does not read back"
        }
    }

    private static func tables(_ bytes: [UInt8]) -> [String] {
        guard let table = try? EditableTable(path: "content/awards/2020/roster.csv", bytes: bytes), table.rowCount > 0
        else { return [] }
        var broken: [String] = []
        if let edited = try? table.applying([.addRow(at: 0, ["x-1"]), .moveRow(0, to: table.rowCount)]),
            edited.rows.dropLast() != table.rows[...]
        {
            broken.append("a row that is added changes others")
        }
        if let edited = try? table.applying([.removeRow(0)]), edited.rows != Array(table.rows.dropFirst()) {
            broken.append("a row that is removed changes others")
        }
        return broken
    }
}
