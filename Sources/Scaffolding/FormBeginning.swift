import Content
import Fields
import Values

/// An application form that works as it is: `form.yaml` with every key explained once, to be changed to what is asked.
///
/// Its words are Chinese in every language, as the files made of it are; its keys and explanations are the site's.
struct FormBeginning {
    let language: SiteLanguage
    let title: String
    let version: String

    /// `‹key›` and `«word»` stand for the names of keys and of values in the site's language, `[zh|en]` for what is said in
    /// either.
    private static let pattern = """
        # [Word、PDF 和网页预览都由这一份定义生成。以 # 开头的键可以不写；要写时去掉行首的 #。|Word file, PDF and preview are made of this. Keys that begin with # may stay out; take the # away to use one.]

        ‹title›: {title}
        #‹title_en›: Application form
        # [与 index.md 的版本相同。|As in index.md.]
        ‹version›: "{version}"
        # [生成哪些文件，不写为 docx 和 pdf；评分表可加 xlsx。|Files that are made; docx and pdf without. xlsx suits tables of points.]
        ‹formats›: [docx, pdf]
        ‹note›: 说明：通讯地址、联系人和手机只供申报联系，不公开。
        #‹note_en›: Addresses, contacts and mobiles are not published.
        ‹sections›:
          # [每个部分是一张表。|Each section is a table.]
          - ‹title›: 基本情况
            #‹title_en›: The team
            # [列宽，毫米，合计不超过 160。|Widths in millimetres, 160 together at most.]
            ‹columns›: [30, 50, 30, 50]
            #‹borders›: true
            #‹font_size›: 12
            #‹new_page›: false
            ‹rows›:
              # [行高至少多少毫米，不写为 9。|At least so many millimetres high; 9 without.]
              - ‹height›: 9
                # [一个单元格写栏目名、文字、填写项中的一项。|A cell is a label, printed words, or something to fill in.]
                ‹cells›:
                  - ‹label›: 申报年度
                    #‹label_en›: Year
                    #‹row_span›: 1
                  - ‹field›:
                      # [导入时凭标识认出填写项：表格发出后不要改。|Imports know the field by its name: never change it once the form is out.]
                      ‹name›: year
                      # [{types}]
                      ‹type›: «number»
                      # [不写栏目名时，取左边或上面的栏目名。|Without a label, the one beside or above counts.]
                      #‹label›: 申报年度
                      #‹label_en›: Year
                      ‹hint›: 四位数字
                      #‹hint_en›: four digits
                      ‹required›: true
                      # [只供协会使用的填写项，导入时不带出。|Whether it is for the association only: imports leave it out.]
                      #‹private›: false
                      # [数字的范围，或长文字的字数。|Limits of a number, or of the characters of a long text.]
                      ‹minimum›: 2000
                      ‹maximum›: 2199
                      # [单选的各个选项。|The words of a choice.]
                      #‹choices›: [甲类, 乙类]
                      # [导入时写到哪里：{destinations}。|Where an import writes it: {destinations}.]
                      ‹to›: «year»
                  - ‹label›: 班组人数
                  - ‹field›: {‹name›: members, ‹type›: «number», ‹minimum›: 1, ‹maximum›: 10000, ‹required›: true, ‹to›: «members»}
              - ‹cells›:
                  - ‹label›: 班组名称
                  - ‹field›: {‹name›: team, ‹type›: «text», ‹required›: true, ‹hint›: 与注册的名称一致, ‹to›: «team»}
                    # [占几列，不写为 1。|Columns it covers; 1 without.]
                    ‹span›: 3
              - ‹cells›:
                  - ‹label›: 企业名称
                  - ‹field›: {‹name›: enterprise, ‹type›: «text», ‹required›: true, ‹hint›: 与营业执照一致, ‹to›: «enterprise»}
                    ‹span›: 3
              - ‹cells›:
                  - ‹label›: 推荐协会
                  - ‹field›: {‹name›: recommender, ‹type›: «text», ‹hint›: 企业自荐的不填, ‹to›: «recommender»}
                    ‹span›: 3
              - ‹cells›:
                  - ‹label›: 联系人
                  - ‹field›: {‹name›: contact, ‹type›: «text», ‹private›: true}
                  - ‹label›: 手机
                  - ‹field›: {‹name›: mobile, ‹type›: «text», ‹private›: true}
              - ‹height›: 44
                ‹cells›:
                  - ‹label›: 企业意见
                  # [一格里有几个填写项时，除第一个外都要写栏目名。|Of several fields in a cell all but the first need a label.]
                  - ‹fields›:
                      - {‹name›: opinion, ‹type›: «long-text»}
                      - {‹name›: seal, ‹type›: «stamp», ‹label›: 企业盖章}
                      - {‹name›: signed, ‹type›: «date», ‹label›: 日期}
                    ‹span›: 3
          - ‹title›: 简介与成果
            ‹new_page›: true
            ‹columns›: [160]
            ‹rows›:
              - ‹cells›:
                  - ‹text›: 正文将公开，请勿写入手机、住址等个人信息。
                    #‹text_en›: The text will be published.
              - ‹height›: 200
                ‹cells›:
                  - ‹field›:
                      ‹name›: write-up
                      ‹type›: «long-text»
                      ‹label›: 简介与成果
                      ‹minimum›: 2000
                      ‹maximum›: 3000
                      ‹required›: true
                      ‹to›: «text»
                      # [每个部分成为成果材料的一节。|Each part becomes a section of the write-up.]
                      ‹parts›:
                        - ‹name›: team
                          ‹title›: 班组简介
                          #‹title_en›: The team
                          ‹hint›: 成员构成、职责、主要工作
                          #‹hint_en›: members, duties, main work
                        - {‹name›: foundations, ‹title›: 班组建设, ‹hint›: 基础、组织、规范、技能、健康安全环保}
                        - {‹name›: methods, ‹title›: 质量意识与方法应用, ‹hint›: 质量意识、培训、工具与方法}
                        - {‹name›: improvement, ‹title›: 质量改进与创新, ‹hint›: 改进课题、创新活动及其应用}
                        - {‹name›: results, ‹title›: 服务、目标与成效, ‹hint›: 服务、目标、主要指标}

        """

    var yaml: String {
        var text = ""
        for line in Self.pattern.split(separator: "\n", omittingEmptySubsequences: false) {
            text += said(String(line)) + "\n"
        }
        // The same word may mean one thing as a type and another as a destination.
        for key in ["type", "to"] {
            for (word, name) in words(of: key) {
                text = text.replacing("‹\(key)›: «\(word)»", with: "‹\(key)›: \(name)")
            }
        }
        for (english, name) in keys { text = text.replacing("‹\(english)›", with: name) }
        text = text.replacing("{title}", with: YAMLText.quoted(title)).replacing("{version}", with: version)
        for (mark, name) in [("{types}", "type"), ("{destinations}", "to")] {
            text = text.replacing(mark, with: allWords(of: name))
        }
        return String(text.dropLast())
    }

    /// The explanation of a line in the site's language.
    private func said(_ line: String) -> String {
        guard line.contains("# ["), let start = line.firstIndex(of: "["), line.hasSuffix("]") else { return line }
        let parts = line[line.index(after: start)...].dropLast().split(separator: "|")
        return String(line[..<start]) + (language == .chinese ? parts[0] : parts[parts.count - 1])
    }

    private var schemas: [ContentSchema] {
        var found = [ContentSchema.formDefinition]
        var index = 0
        while index < found.count {
            for field in found[index].fields {
                if case .object(let inner) = field.type { found.append(inner) }
                if case .list(.object(let inner)) = field.type { found.append(inner) }
            }
            index += 1
        }
        return found
    }

    private var keys: [(String, String)] {
        schemas.flatMap(\.fields).map { ($0.english, language == .chinese ? $0.chinese : $0.english) }
    }

    private func words(of key: String) -> [(String, String)] {
        vocabulary(of: key).map { ($0.key, language == .chinese ? $0.chinese : $0.key) }
    }

    private func vocabulary(of name: String) -> [FieldSchema.Word] {
        for case .word(let words)? in schemas.map({ $0.field(named: name)?.type }) { return words }
        return []
    }

    private func allWords(of name: String) -> String {
        words(of: name).map(\.1).joined(separator: language == .chinese ? "、" : ", ")
    }
}
