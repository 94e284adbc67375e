/// Drawings of a Word file that is read, and what of it stays out.
extension WordContentReader {
    // MARK: Drawings

    mutating func append(picture relation: String) {
        markDrawing()
        append(
            .picture(
                WordContent.Picture(
                    relation: .init(part: part, name: relation), description: description,
                    isOfObject: drawings.contains(where: \.isObject))))
    }

    mutating func add(_ kind: ReadingRemark.Kind, _ relation: String?) {
        guard let relation else { return }
        markDrawing()
        content.drawings.append(.init(kind: kind, relation: .init(part: part, name: relation)))
    }

    mutating func markDrawing() {
        for index in drawings.indices { drawings[index].isRead = true }
    }

    mutating func endDrawing() {
        guard let drawing = drawings.popLast(), !drawing.isRead else { return }
        remark(.shape, drawing.words.isEmpty ? drawing.name : drawing.words)
    }

    // MARK: What stays out

    mutating func startDeletion(_ name: String) {
        switch properties.last {
        case .run where properties.dropLast().last == .paragraph: withParagraph { $0.isMarkDeleted = true }
        case .row: withTable { $0.isRowDeleted = true }
        case nil: leaveOut(name == "del" ? .deleted : nil)
        default: break
        }
    }

    /// - Parameter isUnderstood: whether this program would show what the alternative holds.
    mutating func startAlternative(isUnderstood: Bool) {
        guard alternatives.last == false, isUnderstood else { return leaveOut(nil) }
        alternatives[alternatives.count - 1] = true
    }

    /// - Parameter kind: how it is remarked on; `nil` for what stands elsewhere as well.
    mutating func leaveOut(_ kind: ReadingRemark.Kind?) {
        leftOut = LeftOut(kind: kind)
        textUse = .none
    }

    mutating func endLeftOut() {
        textUse = .none
        leftOut?.depth -= 1
        guard let element = leftOut, element.depth == 0 else { return }
        leftOut = nil
        if let kind = element.kind, !element.words.isEmpty { remark(kind, element.words) }
    }

    /// Remarks on something; a passage of several runs is one.
    mutating func remark(_ kind: ReadingRemark.Kind, _ words: String = "") {
        let paragraph = paragraphs.last?.number ?? 0
        defer { lastRemark = (kind, paragraph, pieceCount) }
        let isPassage = [.struck, .hidden, .deleted].contains(kind)
        if isPassage, let lastRemark, lastRemark == (kind, paragraph, pieceCount) {
            content.remarks.extendLast(by: words)
        } else if !isPassage || words.contains(where: { !$0.isWhitespace }) {
            content.remarks.add(kind, words)
        }
    }
}
