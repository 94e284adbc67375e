import Content
import Diagnostics
import Rules
import Values

/// Who recommends the team of a row.
extension TableRowReading {
    /// Reads who recommends and how the team applied.
    mutating func readRecommender() {
        let stated = text(.mode).flatMap { text -> ApplicationMode? in
            guard !ValueText.saysNothing(text) else { return nil }
            if let word = RosterColumn.mode.canonical(text) { return ApplicationMode(rawValue: word) }
            note(
                .importValue, at: cell(.mode)?.place,
                zh: "申报方式不能是“\(text.onOneLine)”。可以写：\(RosterColumn.mode.choices?.zh ?? "")。",
                en: "The mode cannot be “\(text.onOneLine)”. Write one of: \(RosterColumn.mode.choices?.en ?? "").")
            return nil
        }
        let isDoubtful = cell(.recommender)?.doubt.map { $0 != .computed } ?? false
        let written = text(.recommender)?.onOneLine
        guard !isDoubtful else { return }
        let place = cell(.recommender)?.place ?? row.place
        switch written.map({ RecommenderReading(answer: $0) }) {
        case .named(let name):
            if let name = withoutAside(name, .recommender) { set(recommender: name, mode: stated, isProposed: false) }
        case .unnamed:
            note(
                .importRecommender, at: place, zh: "推荐单位写的是“\(written ?? "")”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。",
                en:
                    "The recommender says “\(written ?? "")”, which names no association: write its full name alone, or 自荐."
            )
        case .selfNominated: setSelfNominated(isProposed: false)
        case .nothing: readWithout(stated, isSaid: true)
        case nil: readWithout(stated, isSaid: false)
        }
    }

    /// Who recommends where no recommender is named.
    ///
    /// - Parameter isSaid: whether the table says that there is none: 无.
    private mutating func readWithout(_ stated: ApplicationMode?, isSaid: Bool) {
        let column = header.column(of: .recommender)
        let place = column.flatMap { row.cells[$0]?.place } ?? row.place
        if stated == .selfNominated || stated == nil && headings.isSelfNominated {
            setSelfNominated(isProposed: stated == nil)
        } else if !isSaid, let recommender = headings.recommender {
            set(recommender: recommender, mode: stated, isProposed: true)
        } else if !isSaid, let recommender = above[.recommender], !recommender.isEmpty, column != nil,
            isBelowAnother, accepted.contains(.sameAsAbove)
        {
            set(recommender: recommender, mode: stated, isProposed: true)
            noteWhenNew(
                .importFilledIn, .warning, at: place, zh: "推荐单位是空的，按上一行填写“\(recommender)”。",
                en: "The recommender is empty; that of the row above, “\(recommender)”, was filled in.")
        } else if stated == .recommended || headings.unnamed != nil {
            values[.mode] = .init(ApplicationMode.recommended.rawValue, isProposed: stated == nil)
            let said = headings.unnamed.map { "“\($0.text)”" } ?? "推荐"
            noteWhenNew(
                .importRecommender, at: place, zh: "“\(values[.team]?.text ?? "")”是\(said)的班组，却没有写推荐单位。",
                en: "“\(values[.team]?.text ?? "")” is recommended (\(said)), but its recommender is not named.")
        } else {
            needsHeading = needsHeading || stated == nil && !isSaid
            setSelfNominated(isProposed: true)
            guard !isSaid, asksForRecommender else { return }
            lacksRecommender = true
            let answers: [ImportAcceptance] =
                column != nil && isBelowAnother && above[.recommender]?.isEmpty == false
                ? [.emptyRecommender, .sameAsAbove] : [.emptyRecommender]
            notesWhenNew.append(
                .question(
                    .importRecommender, answers, given: accepted, at: place,
                    zh: "“\(values[.team]?.text ?? "")”的推荐单位是空的，别的班组却有。",
                    en: "“\(values[.team]?.text ?? "")” has no recommender, though others have."))
        }
    }

    /// Whether the province is left empty as well, as below the first row of a group.
    private var isBelowAnother: Bool { header.column(of: .province) == nil || cell(.province) == nil }

    private mutating func setSelfNominated(isProposed: Bool) {
        values[.mode] = .init(ApplicationMode.selfNominated.rawValue, isProposed: isProposed)
        if !isProposed || headings.isSelfNominated { values[.recommender] = .init("") }
    }

    /// Takes a recommender over, by the name that the site knows it by.
    mutating func set(recommender: String, mode: ApplicationMode?, isProposed: Bool) {
        if mode == .selfNominated {
            note(
                .importRecommender, at: cell(.recommender)?.place, zh: "企业自荐的班组不填推荐单位“\(recommender)”；请改申报方式或清空这一格。",
                en: "A self-nominated team has no recommender “\(recommender)”: change the mode or empty the cell.")
        }
        let known = surroundings.association(recommender)
        values[.recommender] = .init(known?.name ?? recommender, isProposed: isProposed)
        values[.mode] = .init(
            ApplicationMode.recommended.rawValue, isProposed: mode == nil && isProposed)
    }
}
