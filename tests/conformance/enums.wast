;;! reference_types = true
;;! multi_memory = true
;; CanonicalABI.md, "Despecialization": an enum is a variant whose cases have no payload. So "Alignment"
;; (discriminant_type), "Loading" (load_variant), "Storing" (store_variant), "Flat Lifting" and "Flat Lowering" of
;; variants.

;; --- lift_flat_variant and load_variant, seen by the host ------------------------------------------------------------

;; Functions like "three" lift what they are given, those like "three-loaded" load it from there, and one byte after it.
(component definition $Lift
  (type $one' (enum "only"))
  (export $one "one-type" (type $one'))
  (type $three' (enum "a" "b" "c"))
  (export $three "three-type" (type $three'))
  ;; 256 cases: the most for a discriminant of one byte
  (type $most' (enum
    "c0" "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "c9" "c10" "c11" "c12" "c13"
    "c14" "c15" "c16" "c17" "c18" "c19" "c20" "c21" "c22" "c23" "c24" "c25" "c26" "c27"
    "c28" "c29" "c30" "c31" "c32" "c33" "c34" "c35" "c36" "c37" "c38" "c39" "c40" "c41"
    "c42" "c43" "c44" "c45" "c46" "c47" "c48" "c49" "c50" "c51" "c52" "c53" "c54" "c55"
    "c56" "c57" "c58" "c59" "c60" "c61" "c62" "c63" "c64" "c65" "c66" "c67" "c68" "c69"
    "c70" "c71" "c72" "c73" "c74" "c75" "c76" "c77" "c78" "c79" "c80" "c81" "c82" "c83"
    "c84" "c85" "c86" "c87" "c88" "c89" "c90" "c91" "c92" "c93" "c94" "c95" "c96" "c97"
    "c98" "c99" "c100" "c101" "c102" "c103" "c104" "c105" "c106" "c107" "c108" "c109" "c110" "c111"
    "c112" "c113" "c114" "c115" "c116" "c117" "c118" "c119" "c120" "c121" "c122" "c123" "c124" "c125"
    "c126" "c127" "c128" "c129" "c130" "c131" "c132" "c133" "c134" "c135" "c136" "c137" "c138" "c139"
    "c140" "c141" "c142" "c143" "c144" "c145" "c146" "c147" "c148" "c149" "c150" "c151" "c152" "c153"
    "c154" "c155" "c156" "c157" "c158" "c159" "c160" "c161" "c162" "c163" "c164" "c165" "c166" "c167"
    "c168" "c169" "c170" "c171" "c172" "c173" "c174" "c175" "c176" "c177" "c178" "c179" "c180" "c181"
    "c182" "c183" "c184" "c185" "c186" "c187" "c188" "c189" "c190" "c191" "c192" "c193" "c194" "c195"
    "c196" "c197" "c198" "c199" "c200" "c201" "c202" "c203" "c204" "c205" "c206" "c207" "c208" "c209"
    "c210" "c211" "c212" "c213" "c214" "c215" "c216" "c217" "c218" "c219" "c220" "c221" "c222" "c223"
    "c224" "c225" "c226" "c227" "c228" "c229" "c230" "c231" "c232" "c233" "c234" "c235" "c236" "c237"
    "c238" "c239" "c240" "c241" "c242" "c243" "c244" "c245" "c246" "c247" "c248" "c249" "c250" "c251"
    "c252" "c253" "c254" "c255"))
  (export $most "most-type" (type $most'))
  ;; 257 cases: a discriminant of two bytes
  (type $more' (enum
    "c0" "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "c9" "c10" "c11" "c12" "c13"
    "c14" "c15" "c16" "c17" "c18" "c19" "c20" "c21" "c22" "c23" "c24" "c25" "c26" "c27"
    "c28" "c29" "c30" "c31" "c32" "c33" "c34" "c35" "c36" "c37" "c38" "c39" "c40" "c41"
    "c42" "c43" "c44" "c45" "c46" "c47" "c48" "c49" "c50" "c51" "c52" "c53" "c54" "c55"
    "c56" "c57" "c58" "c59" "c60" "c61" "c62" "c63" "c64" "c65" "c66" "c67" "c68" "c69"
    "c70" "c71" "c72" "c73" "c74" "c75" "c76" "c77" "c78" "c79" "c80" "c81" "c82" "c83"
    "c84" "c85" "c86" "c87" "c88" "c89" "c90" "c91" "c92" "c93" "c94" "c95" "c96" "c97"
    "c98" "c99" "c100" "c101" "c102" "c103" "c104" "c105" "c106" "c107" "c108" "c109" "c110" "c111"
    "c112" "c113" "c114" "c115" "c116" "c117" "c118" "c119" "c120" "c121" "c122" "c123" "c124" "c125"
    "c126" "c127" "c128" "c129" "c130" "c131" "c132" "c133" "c134" "c135" "c136" "c137" "c138" "c139"
    "c140" "c141" "c142" "c143" "c144" "c145" "c146" "c147" "c148" "c149" "c150" "c151" "c152" "c153"
    "c154" "c155" "c156" "c157" "c158" "c159" "c160" "c161" "c162" "c163" "c164" "c165" "c166" "c167"
    "c168" "c169" "c170" "c171" "c172" "c173" "c174" "c175" "c176" "c177" "c178" "c179" "c180" "c181"
    "c182" "c183" "c184" "c185" "c186" "c187" "c188" "c189" "c190" "c191" "c192" "c193" "c194" "c195"
    "c196" "c197" "c198" "c199" "c200" "c201" "c202" "c203" "c204" "c205" "c206" "c207" "c208" "c209"
    "c210" "c211" "c212" "c213" "c214" "c215" "c216" "c217" "c218" "c219" "c220" "c221" "c222" "c223"
    "c224" "c225" "c226" "c227" "c228" "c229" "c230" "c231" "c232" "c233" "c234" "c235" "c236" "c237"
    "c238" "c239" "c240" "c241" "c242" "c243" "c244" "c245" "c246" "c247" "c248" "c249" "c250" "c251"
    "c252" "c253" "c254" "c255" "c256"))
  (export $more "more-type" (type $more'))
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 64) "\00\09\01\09\02\09\03\09\ff\09")
    (data (i32.const 80) "\00\00\09\ee\ff\00\09\ee\00\01\09\ee\01\01\09\ee\00\ff\09\ee")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "one") (param "core" u32) (result $one) (canon lift (core func $i "same")))
  (func (export "three") (param "core" u32) (result $three) (canon lift (core func $i "same")))
  (func (export "most") (param "core" u32) (result $most) (canon lift (core func $i "same")))
  (func (export "more") (param "core" u32) (result $more) (canon lift (core func $i "same")))
  (func (export "three-loaded") (param "at" u32) (result (tuple $three u8))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "most-loaded") (param "at" u32) (result (tuple $most u8))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "more-loaded") (param "at" u32) (result (tuple $more u8))
    (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; lift_flat_variant: the case of that number, from the first to the last
(assert_return (invoke "one" (u32.const 0)) (enum.const "only"))
(assert_return (invoke "three" (u32.const 0)) (enum.const "a"))
(assert_return (invoke "three" (u32.const 2)) (enum.const "c"))
(assert_return (invoke "most" (u32.const 255)) (enum.const "c255"))
(assert_return (invoke "more" (u32.const 256)) (enum.const "c256"))
;; load_variant, discriminant_type of 3 and of 256 cases: one byte
(assert_return (invoke "three-loaded" (u32.const 66)) (tuple.const (enum.const "b") (u8.const 9)))
(assert_return (invoke "most-loaded" (u32.const 72)) (tuple.const (enum.const "c255") (u8.const 9)))
;; load_variant, discriminant_type of 257 cases: two bytes
(assert_return (invoke "more-loaded" (u32.const 80)) (tuple.const (enum.const "c0") (u8.const 9)))
(assert_return (invoke "more-loaded" (u32.const 84)) (tuple.const (enum.const "c255") (u8.const 9)))
(assert_return (invoke "more-loaded" (u32.const 88)) (tuple.const (enum.const "c256") (u8.const 9)))

;; lift_flat_variant: trap_if(case_index >= len(cases)): the first number that is none
(assert_trap (invoke "one" (u32.const 1)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "three" (u32.const 3)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "most" (u32.const 256)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "more" (u32.const 257)) "out of range")
;; lift_flat_variant: all 32 bits count, not only those of discriminant_type
(component instance $i $Lift)
(assert_trap (invoke "three" (u32.const 0x100)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "more" (u32.const 0x10000)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "three" (u32.const 0xffffffff)) "out of range")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Lift)
(assert_trap (invoke "three-loaded" (u32.const 70)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "three-loaded" (u32.const 72)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "more-loaded" (u32.const 92)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "more-loaded" (u32.const 96)) "out of range")
;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment)): two bytes are aligned to 2
(component instance $i $Lift)
(assert_trap (invoke "more-loaded" (u32.const 81)) "not aligned")

;; --- lower_flat_variant and store_variant, from the host -------------------------------------------------------------

(component
  (type $three' (enum "a" "b" "c"))
  (export $three "three-type" (type $three'))
  (type $more' (enum
    "c0" "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "c9" "c10" "c11" "c12" "c13"
    "c14" "c15" "c16" "c17" "c18" "c19" "c20" "c21" "c22" "c23" "c24" "c25" "c26" "c27"
    "c28" "c29" "c30" "c31" "c32" "c33" "c34" "c35" "c36" "c37" "c38" "c39" "c40" "c41"
    "c42" "c43" "c44" "c45" "c46" "c47" "c48" "c49" "c50" "c51" "c52" "c53" "c54" "c55"
    "c56" "c57" "c58" "c59" "c60" "c61" "c62" "c63" "c64" "c65" "c66" "c67" "c68" "c69"
    "c70" "c71" "c72" "c73" "c74" "c75" "c76" "c77" "c78" "c79" "c80" "c81" "c82" "c83"
    "c84" "c85" "c86" "c87" "c88" "c89" "c90" "c91" "c92" "c93" "c94" "c95" "c96" "c97"
    "c98" "c99" "c100" "c101" "c102" "c103" "c104" "c105" "c106" "c107" "c108" "c109" "c110" "c111"
    "c112" "c113" "c114" "c115" "c116" "c117" "c118" "c119" "c120" "c121" "c122" "c123" "c124" "c125"
    "c126" "c127" "c128" "c129" "c130" "c131" "c132" "c133" "c134" "c135" "c136" "c137" "c138" "c139"
    "c140" "c141" "c142" "c143" "c144" "c145" "c146" "c147" "c148" "c149" "c150" "c151" "c152" "c153"
    "c154" "c155" "c156" "c157" "c158" "c159" "c160" "c161" "c162" "c163" "c164" "c165" "c166" "c167"
    "c168" "c169" "c170" "c171" "c172" "c173" "c174" "c175" "c176" "c177" "c178" "c179" "c180" "c181"
    "c182" "c183" "c184" "c185" "c186" "c187" "c188" "c189" "c190" "c191" "c192" "c193" "c194" "c195"
    "c196" "c197" "c198" "c199" "c200" "c201" "c202" "c203" "c204" "c205" "c206" "c207" "c208" "c209"
    "c210" "c211" "c212" "c213" "c214" "c215" "c216" "c217" "c218" "c219" "c220" "c221" "c222" "c223"
    "c224" "c225" "c226" "c227" "c228" "c229" "c230" "c231" "c232" "c233" "c234" "c235" "c236" "c237"
    "c238" "c239" "c240" "c241" "c242" "c243" "c244" "c245" "c246" "c247" "c248" "c249" "c250" "c251"
    "c252" "c253" "c254" "c255" "c256"))
  (export $more "more-type" (type $more'))
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "same") (param i32) (result i32) local.get 0)
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "three") (param "v" $three) (result u32) (canon lift (core func $i "same")))
  (func (export "more") (param "v" $more) (result u32) (canon lift (core func $i "same")))
  (func (export "three-stored") (param "v" (list $three)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "more-stored") (param "v" (list $more)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; lower_flat_variant: the number of the case
(assert_return (invoke "three" (enum.const "a")) (u32.const 0))
(assert_return (invoke "three" (enum.const "c")) (u32.const 2))
(assert_return (invoke "more" (enum.const "c255")) (u32.const 255))
(assert_return (invoke "more" (enum.const "c256")) (u32.const 256))
;; store_variant: one byte for each of few cases, and none beside it
(assert_return (invoke "three-stored" (list.const (enum.const "c") (enum.const "a") (enum.const "b")))
  (u64.const 0xaaaaaaaaaa010002))
;; store_variant: two bytes for each of more than 256 cases, and none beside them
(assert_return (invoke "more-stored" (list.const (enum.const "c256") (enum.const "c255") (enum.const "c0")))
  (u64.const 0xaaaa000000ff0100))

;; --- from a component to another one ---------------------------------------------------------------------------------

(component definition $Pass
  (component $To
    (type $three' (enum "a" "b" "c"))
    (export $three "three-type" (type $three'))
    (core module $m
      (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 64)
      (func (export "same") (param i32) (result i32) local.get 0)
      (func (export "stored") (param i32 i32) (result i32) (i32.load8_u (local.get 0))))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "take") (param "v" $three) (result u32) (canon lift (core func $i "same")))
    (func (export "give") (param "core" u32) (result $three) (canon lift (core func $i "same")))
    (func (export "take-list") (param "v" (list $three)) (result u32)
      (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))
  (component $From
    (import "to" (instance $to
      (type $three' (enum "a" "b" "c"))
      (export "three-type" (type $three (eq $three')))
      (export "take" (func (param "v" $three) (result u32)))
      (export "give" (func (param "core" u32) (result $three)))
      (export "take-list" (func (param "v" (list $three)) (result u32)))))
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\01\02\03"))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (core func $take (canon lower (func $to "take")))
    (core func $give (canon lower (func $to "give")))
    (core func $take-list (canon lower (func $to "take-list") (memory $mem)))
    (func (export "take") (param "core" u32) (result u32) (canon lift (core func $take)))
    (func (export "give") (param "core" u32) (result u32) (canon lift (core func $give)))
    (func (export "take-list") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $take-list))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "to" (instance $to))))
  (export "take" (func $from "take"))
  (export "give" (func $from "give"))
  (export "take-list" (func $from "take-list")))

(component instance $i $Pass)
;; lift_flat_variant, then lower_flat_variant
(assert_return (invoke "take" (u32.const 0)) (u32.const 0))
(assert_return (invoke "take" (u32.const 2)) (u32.const 2))
(assert_return (invoke "give" (u32.const 2)) (u32.const 2))
;; load_variant, then store_variant
(assert_return (invoke "take-list" (u32.const 65) (u32.const 1)) (u32.const 2))
;; lift_flat_variant: trap_if(case_index >= len(cases)), of a parameter and of a result
(assert_trap (invoke "take" (u32.const 3)) "invalid variant discriminant")
(component instance $i $Pass)
(assert_trap (invoke "take" (u32.const 0x100)) "invalid variant discriminant")
(component instance $i $Pass)
(assert_trap (invoke "give" (u32.const 0xffffffff)) "invalid variant discriminant")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Pass)
(assert_trap (invoke "take-list" (u32.const 66) (u32.const 1)) "invalid variant discriminant")
