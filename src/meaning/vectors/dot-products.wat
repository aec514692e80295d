;; Dot products of one vector with many, 8 bits a number, 16 numbers at a time.
(module
  (memory (export "memory") 1)
  ;; $query and $vectors: places of numbers; $blocks: sixteenths of the dimension; $out: 4 bytes a product
  (func (export "dots") (param $query i32) (param $vectors i32) (param $count i32) (param $blocks i32) (param $out i32)
    (local $sum v128) (local $q v128) (local $v v128) (local $at i32) (local $end i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (local.set $end (i32.add (local.get $query) (i32.shl (local.get $blocks) (i32.const 4))))
        (loop $block
          (local.set $q (v128.load (local.get $at)))
          (local.set $v (v128.load (local.get $vectors)))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_low_i8x16_s (local.get $q) (local.get $v)))
              (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_high_i8x16_s (local.get $q) (local.get $v))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $vectors (i32.add (local.get $vectors) (i32.const 16)))
          (br_if $block (i32.lt_u (local.get $at) (local.get $end))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))))
