import Content
import Forms
import Foundation
import Testing

/// Forms for tests, read as a site reads them.
enum SampleForms {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// One of this repository's forms.
    static func own(_ slug: String) throws -> FormDefinition {
        try definition(
            slug, String(contentsOfFile: "\(root)/content/forms/\(slug)/form.yaml", encoding: .utf8), version: "2020")
    }

    /// A form with every kind of field.
    static func everyKind() throws -> FormDefinition {
        try definition("sample", everyKindText, version: "2024")
    }

    private static func definition(_ slug: String, _ text: String, version: String) throws -> FormDefinition {
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/forms/\(slug)/index.md": "---\ntitle: 表\nversion: \"\(version)\"\n---\n",
            "content/forms/\(slug)/form.yaml": text,
        ]
        let result = try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1)
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        return try #require(result.content?.documents[.form].first?.definition?.value)
    }

    private static let everyKindText = """
        标题: 样例表 & <各种>填写项
        版本: "2024"
        文件格式: [docx, pdf, xlsx]
        部分:
          - 列宽: [30, 50, 30, 50]
            行:
              - 单元格:
                  - 栏目名: 名称
                  - 填写项: {标识: name, 类型: 文字, 必填: 是}
                  - 栏目名: 人数
                  - 填写项: {标识: count, 类型: 数字, 下限: 1, 上限: 99}
              - 单元格:
                  - 栏目名: 日期
                  - 填写项: {标识: day, 类型: 日期}
                  - 栏目名: 方式
                  - 填写项: {标识: mode, 类型: 单选, 选项: [推荐, 自荐]}
              - 单元格:
                  - 栏目名: 说明
                  - 多个填写项:
                      - {标识: text, 类型: 长文字, 上限: 200}
                      - {标识: agreed, 类型: 勾选, 栏目名: 同意公开}
                      - {标识: seal, 类型: 盖章处, 栏目名: 单位盖章}
                    跨列: 3
              - 单元格:
                  - 栏目名: 合计
                    跨列: 3
                  - 填写项: {标识: sum, 类型: 合计}

        """
}
