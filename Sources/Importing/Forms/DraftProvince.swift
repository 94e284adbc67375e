import Content
import Values

/// The province of a form's team by all that the form says of it: its recommender, an answer, the name of the enterprise.
package struct DraftProvince {
    /// Something that tells a province.
    package struct Sign: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            case recommender
            /// An answer to a question that the site's form does not ask, under its label: 所在省份.
            case answer(String)
            /// What the name of the enterprise begins with.
            case enterprise
            /// A place in brackets, or that of a branch, in the name of the enterprise.
            case branch
        }

        package let source: Source
        package let province: Province
    }

    /// Where they tell more than one province, all of them.
    let contradiction: [Sign]
    /// The first of them, from the surest to the least; `nil` where the name of the enterprise alone has places in two provinces.
    let likely: Province?

    /// The province where nothing contradicts it.
    var province: Province? { contradiction.isEmpty ? likely : nil }

    init(_ draft: FormDraft, _ associations: AssociationNames) {
        let recommender = associations.province(ofAssociation: draft.recommender).map {
            Sign(source: .recommender, province: $0)
        }
        let stated = [recommender].compactMap { $0 } + draft.statedProvinces
        let named = Self.signs(in: draft.enterprise)
        guard let first = stated.first else {
            let isOne = named.allSatisfy { $0.province.isSame(as: named[0].province) }
            likely = isOne ? named.first?.province : nil
            contradiction = isOne ? [] : named
            return
        }
        likely = first.province
        let agrees = named.isEmpty || named.contains { $0.province.isSame(as: first.province) }
        let isOne = agrees && stated.allSatisfy { $0.province.isSame(as: first.province) }
        contradiction = isOne ? [] : stated + named
    }

    /// What the name of an enterprise tells. A city's name in short, which may be a word as well, tells nothing by itself.
    private static func signs(in enterprise: String) -> [Sign] {
        guard let own = PlaceReading.atStart(of: enterprise) else { return [] }
        let beginning = Sign(source: .enterprise, province: own.province)
        guard let rival = EnterprisePlaces.rival(in: enterprise) else { return own.isCertain ? [beginning] : [] }
        return [beginning, Sign(source: .branch, province: rival)]
    }

    /// What answers say that name no field of the form: 省份, 企业所在地.
    static func stated(in answers: [FilledForm.UnknownAnswer]) -> [(answer: FilledForm.UnknownAnswer, sign: Sign)] {
        answers.compactMap { answer in
            guard [.roster(.province), .city].contains(TableHeader.meaning(of: answer.label)),
                let province = PlaceReading(answer.text).province
            else { return nil }
            return (answer, Sign(source: .answer(answer.label), province: province))
        }
    }
}
