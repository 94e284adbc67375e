import Content
import Diagnostics
import Rules
import Values

/// Where the team of a row counts.
extension TableRowReading {
    /// Reads the province, by its cell or that of the city, else by what tells it.
    mutating func readProvince(enterprise: String) {
        let written = text(.province)
        guard let text = written ?? city?.text, !ValueText.saysNothing(text) else {
            proposeProvince(enterprise: enterprise)
            return
        }
        let place = cell(.province)?.place ?? city?.place ?? row.place
        defer { compareCity() }
        let shown = text.onOneLine
        let reading = PlaceReading(text.onOneLine)
        guard case .one(let province, let manner) = reading else {
            let question = reading.question(about: shown)
            note(
                .importProvince, at: place, zh: "没有叫“\(shown)”的省份。\(question.zh)",
                en: "There is no province “\(shown)”. \(question.en)")
            return
        }
        values[.province] = .init(province.shortName)
        askAboutMergedProvince(province, enterprise: enterprise, at: place)
        switch manner {
        case .name: break
        case .spelling, .place:
            note(
                .importReading, at: place, zh: "省份“\(shown)”读作“\(province.shortName)”。",
                en: "The province “\(shown)” was read as \(province.shortName).")
        case .slip:
            note(
                .importDoubtful, at: place, zh: "省份“\(shown)”当作“\(province.shortName)”的笔误，请核对。",
                en: "The province “\(shown)” was taken for a slip of \(province.shortName): check it.")
        }
    }

    /// A province that is merged over rows may reach a row too far.
    private mutating func askAboutMergedProvince(_ province: Province, enterprise: String, at place: String) {
        guard cell(.province)?.isFromAbove == true, let beginning = PlaceReading.atStart(of: enterprise),
            beginning.isCertain, beginning.province != province,
            !EnterprisePlaces.explains(enterprise, in: province)
        else { return }
        // Who recommends it confirms where it belongs.
        let recommender = values[.recommender]?.text ?? ""
        guard surroundings.association(recommender)?.province != province,
            PlaceReading.atStart(of: recommender)?.province != province
        else { return }
        notesWhenNew.append(
            .question(
                .importProvince, [.sameAsAbove], given: accepted, at: place,
                zh:
                    "“\(team)”的省份是合并的单元格“\(province.shortName)”，企业名称却以\(beginning.province.shortName)的地名开头。请取消合并，写明这一行的省份。",
                en:
                    "The province of “\(team)” is “\(province.shortName)” of a merged cell, but its enterprise's name begins with a place in \(beginning.province.shortName). Take the cells apart and write the province of this row."
            ))
    }

    /// The cell for the city, where one for the province stands beside it.
    private var city: CellTable.Cell? {
        header.column(of: .city).flatMap { row.cells[$0] }.flatMap { ValueText.saysNothing($0.text) ? nil : $0 }
    }

    /// A city of another province tells that one of both is wrong.
    private mutating func compareCity() {
        guard let city, let province = values[.province].flatMap({ Province(named: $0.text) }) else { return }
        let places: [Province]
        switch PlaceReading(city.text.onOneLine) {
        case .one(let place, _): places = [place]
        case .unclear(let some): places = some
        case .unknown: return
        }
        guard !places.contains(where: { $0.isSame(as: province) }) else { return }
        let names = places.map(\.shortName).joined(separator: "、")
        note(
            .importProvince, at: city.place, zh: "省份是\(province.shortName)，城市“\(city.text.onOneLine)”却在\(names)，请核对。",
            en:
                "The province is \(province.shortName), but the city “\(city.text.onOneLine)” lies in \(names): check both."
        )
    }

    /// A recommended team counts under its recommender's province, another under that of its enterprise.
    private mutating func proposeProvince(enterprise: String) {
        let recommender = values[.recommender]?.text ?? ""
        let byRecommender =
            recommender.isEmpty
            ? nil
            : surroundings.association(recommender)?.province ?? PlaceReading.atStart(of: recommender)?.province
        let rival = EnterprisePlaces.rival(in: enterprise)
        let beginning = rival == nil ? PlaceReading.atStart(of: enterprise) : nil
        let byEnterprise = beginning?.province ?? surroundings.provinceOfEnterprise[ComparableName.key(enterprise)]
        let isBelow = header.column(of: .province) != nil && headings.province == nil
        let aboveName = isBelow ? above[.province] : nil
        if let province = headings.province {
            // Where the enterprise's name tells another one, the check of the roster says so.
            values[.province] = .init(province.shortName, isProposed: true)
        } else if let name = aboveName, let own = byRecommender ?? byEnterprise, own.shortName != name {
            needsHeading = true
            values[.province] = .init(accepted.contains(.sameAsAbove) ? name : own.shortName, isProposed: true)
            notesWhenNew.append(
                .question(
                    .importProvince, [.sameAsAbove], given: accepted, at: provincePlace,
                    zh: "“\(team)”的省份是空的：上一行是\(name)，推荐单位或企业名称却在\(own.shortName)。请填上。",
                    en:
                        "The province of “\(team)” is empty: the row above says \(name), its recommender or enterprise is of \(own.shortName). Fill it in."
                ))
        } else if let province = byRecommender {
            fill(province, zh: "按推荐单位", en: "after its recommender")
            if beginning == nil, rival == nil, let byEnterprise, byEnterprise != province {
                noteWhenNew(
                    .importProvince, .warning, at: provincePlace,
                    zh: "推荐单位在\(province.shortName)，企业以前却列在\(byEnterprise.shortName)，请核对。",
                    en:
                        "The recommender is of \(province.shortName), the enterprise was listed in \(byEnterprise.shortName) before: check it."
                )
            }
        } else if let province = byEnterprise {
            needsHeading = true
            fill(province, zh: "按企业", en: "after its enterprise")
        } else if let name = aboveName {
            needsHeading = true
            values[.province] = .init(name, isProposed: true)
            notesWhenNew.append(
                .question(
                    .importProvince, [.sameAsAbove], given: accepted, at: provincePlace,
                    zh: "“\(team)”的省份是空的，上一行是\(name)。请填上。",
                    en: "The province of “\(team)” is empty; the row above says \(name). Fill it in."))
        } else {
            // A heading that is not understood is told instead.
            guard headings.unknown == nil || accepted.contains(.unknownHeadings) else {
                needsHeading = true
                return
            }
            if let rival, let own = PlaceReading.atStart(of: enterprise)?.province {
                noteWhenNew(
                    .importProvince, at: provincePlace,
                    zh: "“\(team)”没有省份，企业名称里有\(own.shortName)和\(rival.shortName)两处地名；请在表中补上。",
                    en:
                        "“\(team)” has no province, and its enterprise's name has places in \(own.shortName) and \(rival.shortName): add it to the table."
                )
                return
            }
            noteWhenNew(
                .importProvince, at: provincePlace, zh: "“\(team)”没有省份，从推荐单位和企业名称也看不出来；请在表中补上。",
                en: "“\(team)” has no province, and neither recommender nor enterprise tells it: add it to the table.")
        }
    }

    /// The team's name, for messages.
    var team: String { values[.team]?.text ?? "" }

    private var provincePlace: String { cell(.province)?.place ?? row.place }

    /// Fills a province in, and says after what.
    mutating func fill(_ province: Province, zh: String, en: String) {
        values[.province] = .init(province.shortName, isProposed: true)
        if let contradiction = headings.contradiction(to: province) {
            notesWhenNew.append(
                .question(
                    .importProvince, [.unknownHeadings], given: accepted, at: provincePlace,
                    zh: "“\(team)”没有省份，\(zh)是“\(province.shortName)”，\(contradiction.zh)。请在表中补上省份。",
                    en:
                        "“\(team)” has no province; it is \(province.shortName) \(en), but \(contradiction.en): add the province to the table."
                ))
            return
        }
        noteWhenNew(
            .importFilledIn, at: provincePlace, zh: "“\(team)”没有省份，\(zh)填写“\(province.shortName)”。",
            en: "“\(team)” has no province; \(province.shortName) was filled in \(en).")
    }
}
