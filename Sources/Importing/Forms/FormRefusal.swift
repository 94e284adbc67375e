import Content
import Diagnostics
import Forms
import Values

/// Why no draft is made of a form.
extension FormDraft {
    /// Why no draft is made of a form that could be read.
    package enum Refusal: Sendable, Equatable {
        /// Several forms in one file.
        case severalForms([FilledForm.Filling])
        /// A field that tells who is meant has several answers.
        case severalAnswers([String], label: String)
        /// A name with the one that it has now, with words that it is not honoured, or with what may be a person's name: only
        /// the writer knows what is meant.
        case doubtfulName(NameAside.Found, label: String)
        /// The file has no such field. Perhaps one of the answers whose labels name none is it.
        case noField(String, RosterField, unknown: [FilledForm.UnknownAnswer])
        case noTeam
        /// A team that no list has, without its enterprise: its row would not pass the check.
        case noEnterprise
        case noYear
        case unusableYear(String, expected: LocalizedText)
        /// An association recommends the team, and its name is missing: 协会推荐.
        case unnamedRecommender(String)
        /// No recommender is named, but an answer speaks of a recommendation: the label of that.
        case unnamedRecommendation(String)
        /// No recommender is named, but words elsewhere in the form speak of a recommendation.
        case recommendationElsewhere(String)
        /// The names of team and enterprise stand in each other's place, or are of one sort.
        case misplacedNames(NameKind.Fault)
        /// Nothing tells the province of a team that no list has.
        case noProvince
        /// What tells different provinces of a team that no list has.
        case provinces([DraftProvince.Sign])
        /// The site does not know the recommender by name.
        case unknownRecommender(UnknownRecommender)
    }

    /// What a team cannot be put on a list without.
    package enum RosterField: Sendable {
        case team, enterprise, recommender, year
    }

    /// Why no draft is made: a page of nobody, or of no year, would only be in the way.
    ///
    /// - Parameter isYearGiven: whether a person has named the year.
    package func refusal(isYearGiven: Bool) -> Refusal? {
        if form.fillings.count > 1 { return .severalForms(form.fillings) }
        let asked: [FormField.Destination] = [.team, .enterprise, .recommender] + (isYearGiven ? [] : [.year])
        for answer in asked.compactMap(form.answer) where answer.origin == .duplicate {
            return answer.field.destination == .team
                ? .severalForms(answer.alternatives.map { FilledForm.Filling(team: $0, enterprise: enterprise) })
                : .severalAnswers(answer.alternatives, label: answer.label)
        }
        if team.isEmpty { return lacking(.team) ?? .noTeam }
        if let nameToChoose { return nameToChoose }
        if let fault = NameKind.fault(team: team, enterprise: enterprise) { return .misplacedNames(fault) }
        if isYearGiven || year != nil { return nil }
        guard !statedYear.isEmpty, let answer = form.answer(to: .year), let expected = Self.expected(of: answer) else {
            return lacking(.year) ?? .noYear
        }
        return .unusableYear(statedYear, expected: expected)
    }

    /// Why a field that the form asks for is not known; `nil` where the file has the field, filled in or empty.
    func lacking(_ field: RosterField) -> Refusal? {
        let destination: FormField.Destination =
            switch field {
            case .team: .team
            case .enterprise: .enterprise
            case .recommender: .recommender
            case .year: .year
            }
        guard let answer = form.answer(to: destination), answer.origin == .missing else { return nil }
        return .noField(answer.label, field, unknown: form.unknownAnswers)
    }

    /// The label of an answer that speaks of a recommendation though the place of the recommender is empty: 协会推荐理由. Who
    /// writes 无 there has answered.
    var recommendationWithoutName: String? {
        guard statedRecommender.isEmpty, hasRecommenderField else { return nil }
        return form.answers.first {
            $0.field.destination == nil && RecommendationLine.speaks($0.label, $0.text)
        }?.label
            ?? form.unknownAnswers.first { RecommendationLine.speaks($0.label, $0.text) }?.label
    }

    /// Words outside of the fields that say that somebody recommends the team though the place of the recommender is empty.
    var recommendationElsewhere: String? {
        statedRecommender.isEmpty && hasRecommenderField ? form.recommendation : nil
    }
}
